package health.lifelong.profile.release.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.release.domain.CriticalLimit;
import health.lifelong.profile.release.domain.Judged;
import health.lifelong.profile.release.domain.Judged.Bound;
import health.lifelong.profile.release.domain.Population;
import health.lifelong.profile.release.domain.ReleasePack;
import health.lifelong.profile.release.domain.ReleaseRule;
import health.lifelong.profile.release.domain.ReleaseRule.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRulesTest {
  private final ReleaseRules rules =
      new ReleaseRules(
          new ReleasePack(
              List.of(
                  rule(Kind.CATEGORY, "tumor_marker", 14),
                  rule(Kind.CATEGORY, "special", 10),
                  rule(Kind.ITEM, "CEA", 30),
                  rule(Kind.CRITICAL, "critical", 7),
                  rule(Kind.DOCUMENT, "pathology", 14)),
              List.of(
                  new CriticalLimit(
                      "K",
                      "mmol/L",
                      new BigDecimal("2.8"),
                      new BigDecimal("6.2"),
                      Population.ADULT),
                  new CriticalLimit(
                      "SBP", "mm[Hg]", null, new BigDecimal("180"), Population.ADULT))));

  @ParameterizedTest
  @CsvSource({
    "K, 7.0, mmol/L, EXACT, true",
    "K, 6.2, mmol/L, EXACT, true",
    "K, 2.80, mmol/L, EXACT, true",
    "K, 4.1, mmol/L, EXACT, false",
    "K, 7.0, mg/dL, EXACT, false",
    "K, 7.0, mmol/L, ABOVE, true",
    "K, 7.0, mmol/L, BELOW, false",
    "K, 2.0, mmol/L, BELOW, true",
    "K, 2.0, mmol/L, ABOVE, false",
    "SBP, 180, mm[Hg], EXACT, true",
    "SBP, 10, mm[Hg], EXACT, false",
    "NA, 900, mmol/L, EXACT, false"
  })
  void aValueIsCriticalAtItsLimitInItsUnit(
      String item, BigDecimal value, String unit, Bound bound, boolean critical) {
    assertThat(rules.isCritical(new Judged(item, false, value, unit, bound, Population.ADULT)))
        .isEqualTo(critical);
  }

  @Test
  void ofSeveralRulesTheLongestHolds() {
    assertThat(rules.hold(new Judged("CEA", false, null, "", Bound.EXACT, Population.ADULT)))
        .contains(Duration.ofDays(30));
    assertThat(rules.hold(new Judged("AFP", false, null, "", Bound.EXACT, Population.ADULT)))
        .contains(Duration.ofDays(14));
    assertThat(
            rules.hold(
                new Judged("K", false, BigDecimal.TEN, "mmol/L", Bound.EXACT, Population.ADULT)))
        .contains(Duration.ofDays(7));
  }

  @Test
  void anUnmappedValueIsHeldWhereTheSpeciallyHarmfulIs() {
    assertThat(rules.hold(new Judged(null, true, null, "", Bound.EXACT, Population.ADULT)))
        .contains(Duration.ofDays(10));
  }

  @Test
  void whatNoRuleNamesIsReleasedAtOnce() {
    assertThat(
            rules.hold(
                new Judged("GLU_F", false, BigDecimal.TEN, "mg/dL", Bound.EXACT, Population.ADULT)))
        .isEmpty();
    assertThat(rules.holdDocument("report")).isEmpty();
    assertThat(rules.holdDocument("pathology")).contains(Duration.ofDays(14));
  }

  private static ReleaseRule rule(Kind kind, String match, int days) {
    return new ReleaseRule("r", kind, match, Duration.ofDays(days));
  }
}
