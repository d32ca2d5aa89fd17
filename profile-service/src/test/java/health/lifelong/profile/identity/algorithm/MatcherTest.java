package health.lifelong.profile.identity.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.identity.domain.NameReading;
import health.lifelong.profile.identity.domain.Shares;
import health.lifelong.profile.identity.domain.Shares.Bearers;
import health.lifelong.profile.identity.domain.Traits;
import health.lifelong.profile.identity.domain.Zone;
import health.lifelong.profile.person.domain.Sex;
import org.junit.jupiter.api.Test;

/** Where somebody has to look, whatever the probability. */
class MatcherTest {
  private static final String PHONE = "012345678";
  private static final Bearers COMMON = new Bearers(40, 9, 300);
  private static final Bearers UNHEARD_OF = new Bearers(1, 1, 1);

  private final Matcher matcher = new Matcher(StandardWeights.read());

  @Test
  void aMistypedGivenNameThatNobodyElseBearsIsLinked() {
    assertThat(zone(told("김하윤", PHONE), told("김하윧", PHONE), 30_000, COMMON, UNHEARD_OF))
        .isEqualTo(Zone.LINK);
  }

  @Test
  void twoGivenNamesAJamoApartThatOthersBearAreLookedAt() {
    assertThat(zone(told("김하윤", PHONE), told("김하율", PHONE), 30_000, COMMON, COMMON))
        .isEqualTo(Zone.REVIEW);
  }

  @Test
  void amongFewPeopleANameThatNobodyElseBearsSaysNothing() {
    assertThat(zone(told("김하윤", PHONE), told("김하윧", PHONE), 9_999, COMMON, UNHEARD_OF))
        .isEqualTo(Zone.REVIEW);
  }

  @Test
  void twoSlipsOnOneFormAreLookedAt() {
    Traits other = new Traits(told("박서낭", PHONE).name(), "1975-06-07", Sex.FEMALE, "099999999");

    assertThat(zone(told("박서낭", PHONE), other, 30_000, UNHEARD_OF, UNHEARD_OF))
        .isEqualTo(Zone.REVIEW);
  }

  private Zone zone(Traits one, Traits other, long counted, Bearers first, Bearers second) {
    return matcher
        .compare(one, other, new Shares(Math.max(counted, 10_000), counted, 2, first, second))
        .zone();
  }

  private static Traits told(String name, String phone) {
    return new Traits(
        ((NameReading.Accepted) Names.read(name)).name(), "1975-07-06", Sex.FEMALE, phone);
  }
}
