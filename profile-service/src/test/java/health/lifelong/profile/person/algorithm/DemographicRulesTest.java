package health.lifelong.profile.person.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.person.domain.Sex;
import org.junit.jupiter.api.Test;

class DemographicRulesTest {
  private static final Demographics KNOWN = new Demographics(Sex.FEMALE, "1980", "김하늘", null);

  @Test
  void gapsAreFilled() {
    assertThat(DemographicRules.merge(Demographics.NONE, KNOWN, true)).isEqualTo(KNOWN);
  }

  @Test
  void whatIsNotToldTakesNothingAway() {
    assertThat(DemographicRules.merge(KNOWN, Demographics.NONE, true)).isEqualTo(KNOWN);
  }

  @Test
  void aBirthDateIsMadeMorePreciseButNeverAnotherOne() {
    assertThat(
            DemographicRules.merge(KNOWN, new Demographics(null, "1980-02-29", null, null), true)
                .birthDate())
        .isEqualTo("1980-02-29");
    assertThat(
            DemographicRules.merge(
                KNOWN, new Demographics(Sex.MALE, "1981-02-28", null, null), true))
        .isEqualTo(KNOWN);
  }

  @Test
  void theNewestNameIsKept() {
    Demographics renamed = new Demographics(null, null, "김바다", null);

    assertThat(DemographicRules.merge(KNOWN, renamed, true).name()).isEqualTo("김바다");
    assertThat(DemographicRules.merge(KNOWN, renamed, false).name()).isEqualTo("김하늘", null);
  }
}
