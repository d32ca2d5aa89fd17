package health.lifelong.profile.release.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.release.domain.Breach;
import health.lifelong.profile.release.domain.CriticalLimit;
import health.lifelong.profile.release.domain.Judged;
import health.lifelong.profile.release.domain.Judged.Bound;
import health.lifelong.profile.release.domain.Population;
import health.lifelong.profile.release.domain.ReleasePack;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationsTest {
  @ParameterizedTest
  @CsvSource({
    "2008-06-01, 2026-06-01, ADULT",
    "2008-06-02, 2026-06-01, CHILD",
    "2008-05, 2026-06-01, ADULT",
    "2008-06, 2026-06-01, CHILD",
    "2008, 2026-07-03, ADULT",
    "2008, 2026-06-30, CHILD",
    ", 2026-06-01, ADULT",
    "unread, 2026-06-01, ADULT"
  })
  void aChildIsUnderEighteenAndWhoseAgeNobodyKnowsIsAnAdult(
      @Nullable String birthDate, LocalDate day, Population expected) {
    assertThat(Populations.of(birthDate, day)).isEqualTo(expected);
  }

  @Test
  void aChildIsJudgedByItsOwnLimitsAndByAnAdultsWhereThereAreNone() {
    ReleaseRules rules =
        new ReleaseRules(
            new ReleasePack(
                List.of(),
                List.of(
                    new CriticalLimit("K", "mmol/L", null, new BigDecimal("6.2"), Population.ADULT),
                    new CriticalLimit("K", "mmol/L", null, new BigDecimal("6.4"), Population.CHILD),
                    new CriticalLimit(
                        "NA", "mmol/L", new BigDecimal("120"), null, Population.ADULT))));

    assertThat(rules.breach(judged("K", "6.3", Population.ADULT)).map(Breach::rule))
        .contains("K >= 6.2 mmol/L");
    assertThat(rules.breach(judged("K", "6.3", Population.CHILD))).isEmpty();
    assertThat(rules.breach(judged("NA", "118", Population.CHILD)).map(Breach::rule))
        .contains("NA <= 120 mmol/L");
  }

  private static Judged judged(String item, String number, Population population) {
    return new Judged(item, false, new BigDecimal(number), "mmol/L", Bound.EXACT, population);
  }
}
