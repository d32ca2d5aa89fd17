package health.lifelong.analytics.history;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.history.algorithm.Concepts;
import health.lifelong.analytics.history.algorithm.History;
import health.lifelong.analytics.history.algorithm.Questionnaire;
import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.insight.TestPerson;
import java.time.LocalDate;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionnaireTest {
  private static final String DAY = "2025-05-12";
  private static final double GRAMS = 7;

  private static Questionnaire of(TestPerson person) {
    return new Questionnaire(
        new History(person.record(), new Concepts(person.record(), 1100), Set.of()), GRAMS);
  }

  private static Drinking drinking(TestPerson person) {
    return of(person).drinking(LocalDate.parse(DAY), 800);
  }

  @ParameterizedTest
  @CsvSource({"1,HAS_NOT_SMOKED", "2,FORMER", "3,CURRENT", "77176002,CURRENT"})
  void smokingByTheCataloguesCodeOrByItsTerm(String code, Smoking.Status status) {
    assertThat(
            of(TestPerson.man().code(DAY, "SMK_STATUS", code)).smoking(LocalDate.parse(DAY), 800))
        .isEqualTo(new Smoking.Told(status, LocalDate.parse(DAY)));
  }

  @Test
  void smokingThatWasNotAskedOrLongAgoIsUnknown() {
    assertThat(of(TestPerson.man()).smoking(LocalDate.parse(DAY), 800))
        .isInstanceOf(Smoking.Unknown.class);
    assertThat(
            of(TestPerson.man().code("2015-01-01", "SMK_STATUS", "1"))
                .smoking(LocalDate.parse(DAY), 800))
        .isInstanceOf(Smoking.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"1,2,0,3.22", "2,4,12.9,25.8", "3,6,84,126", "4,6,168,294"})
  void frequencyAndDrinksGiveARangeOfGramsAWeek(
      String code, String drinks, double low, double high) {
    Drinking answer =
        drinking(TestPerson.man().code(DAY, "ALC_FREQ", code).value(DAY, "ALC_QTY", drinks));

    assertThat(answer).isInstanceOf(Drinking.Grams.class);
    Drinking.Grams grams = (Drinking.Grams) answer;
    assertThat(grams.lowPerWeek()).isEqualTo(low, Offset.offset(0.05));
    assertThat(grams.highPerWeek()).isEqualTo(high, Offset.offset(0.05));
  }

  @Test
  void weeklyGramsGoBeforeFrequencyAndDrinks() {
    Drinking answer =
        drinking(
            TestPerson.man()
                .value(DAY, "ALC_GWK", "96")
                .code(DAY, "ALC_FREQ", "4")
                .value(DAY, "ALC_QTY", "6"));

    assertThat(answer).isEqualTo(new Drinking.Grams(96, 96, LocalDate.parse(DAY), "ALC_GWK"));
  }

  @Test
  void abstainingIsAnAnswerAndNotAskedIsNone() {
    assertThat(drinking(TestPerson.man().code(DAY, "ALC_FREQ", "0")))
        .isInstanceOf(Drinking.Abstains.class);
    assertThat(drinking(TestPerson.man().code(DAY, "ALC_STATUS", "0")))
        .isInstanceOf(Drinking.Abstains.class);
    assertThat(drinking(TestPerson.man().value(DAY, "HGB", "14")))
        .isInstanceOf(Drinking.Unknown.class);
  }

  @Test
  void drinksWithoutAnAmountStaysWithoutAnAmount() {
    assertThat(drinking(TestPerson.man().code(DAY, "ALC_FREQ", "3")))
        .isInstanceOf(Drinking.AmountUnknown.class);
    assertThat(drinking(TestPerson.man().code(DAY, "ALC_STATUS", "1")))
        .isInstanceOf(Drinking.AmountUnknown.class);
  }
}
