package health.lifelong.profile.identity.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.identity.domain.Agreement.BirthLevel;
import health.lifelong.profile.identity.domain.Agreement.NameLevel;
import health.lifelong.profile.identity.domain.Name;
import health.lifelong.profile.identity.domain.NameReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {
  @ParameterizedTest
  @CsvSource({
    "김지훈, 김 지훈, EXACT",
    "LEE MIN-HO, Lee Min-ho, EXACT",
    "김지훈, 김지흔, NEAR",
    "김지훈, 김지후, NEAR",
    "김지훈, Kim Jihoon, ROMANISED",
    "김지훈, Ji-Hun Gim, ROMANISED",
    "이영희, Rhee Young Hee, ROMANISED",
    "이영희, Yi Yŏnghŭi, ROMANISED",
    "박철수, 'PARK, CHULSOO', ROMANISED",
    "최은정, Choi Eunjung, ROMANISED",
    "정현우, Chung Hyun Woo, ROMANISED",
    "정현우, Jeong Hyeonu, ROMANISED",
    "남궁슬기, Namkoong Seulgi, ROMANISED",
    "Lee Jihoon, Yi Ji-hun, ROMANISED",
    "김지훈, 김민수, SURNAME",
    "김지훈, Kim Minsu, SURNAME",
    "남궁슬기, 남슬기, DIFFERENT",
    "김지훈, Park Jihoon, DIFFERENT",
    "김지훈, 이영희, DIFFERENT",
    "Kim Jihoon, Kіm Jihoon, DIFFERENT",
    "Straße, Strasse, DIFFERENT",
    "홍길동, 길동홍, DIFFERENT"
  })
  void namesStandToEachOtherAsAReaderWouldSay(String one, String other, NameLevel level) {
    assertThat(NameComparison.compare(name(one), name(other))).isEqualTo(level);
    assertThat(NameComparison.compare(name(other), name(one))).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "1980-03-04, 1980-03-04, EXACT",
    "1980-03-04, 1980-04-03, SWAPPED",
    "1980-03-04, 1980-03-05, DIGIT",
    "1980-03-12, 1980-03-21, DIGIT",
    "1980-03-04, 1980-03, PARTIAL",
    "1980, 1980, PARTIAL",
    "1980-03-04, 1981, DIFFERENT",
    "1980-03-04, 1992-11-30, DIFFERENT"
  })
  void birthDatesAreComparedTheWayTheyAreMistyped(String one, String other, BirthLevel level) {
    assertThat(BirthDates.compare(one, other)).isEqualTo(level);
    assertThat(BirthDates.compare(other, one)).isEqualTo(level);
  }

  private static Name name(String text) {
    return ((NameReading.Accepted) Names.read(text)).name();
  }
}
