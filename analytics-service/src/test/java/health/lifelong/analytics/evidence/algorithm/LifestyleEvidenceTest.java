package health.lifelong.analytics.evidence.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.evidence.domain.EvidenceEstimate;
import health.lifelong.analytics.evidence.domain.EvidenceResult;
import health.lifelong.analytics.evidence.domain.EvidenceTable;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifestyleEvidenceTest {
  private final LifestyleEvidence evidence = LifestyleEvidence.standard();

  @ParameterizedTest
  @CsvSource({
    "3553, 1, 1, 1",
    "5801, 0.60, 0.51, 0.71",
    "7842, 0.55, 0.49, 0.62",
    "10901, 0.47, 0.39, 0.57"
  })
  void atAPublishedPointTheFigureIsThePublishedOne(
      double steps, double effect, double low, double high) {
    EvidenceEstimate estimate = estimate(evidence.steps(steps));
    assertThat(estimate.effect()).isEqualTo(effect);
    assertThat(estimate.ciLow()).isEqualTo(low);
    assertThat(estimate.ciHigh()).isEqualTo(high);
    assertThat(estimate.interpolated()).isFalse();
    assertThat(estimate.citation()).startsWith("Paluch 2022");
    assertThat(estimate.measure()).isEqualTo("HR");
  }

  @Test
  void betweenTwoPointsTheLogarithmIsStraight() {
    EvidenceEstimate middle = estimate(evidence.steps((5801 + 7842) / 2.0));
    assertThat(middle.effect()).isCloseTo(Math.sqrt(0.60 * 0.55), within(1e-12));
    assertThat(middle.ciLow()).isCloseTo(Math.sqrt(0.51 * 0.49), within(1e-12));
    assertThat(middle.interpolated()).isTrue();
  }

  @Test
  void theCurveNeverRises() {
    double before = 1;
    for (double steps = 3553; steps <= 10901; steps += 7) {
      double effect = estimate(evidence.steps(steps)).effect();
      assertThat(effect).isLessThanOrEqualTo(before);
      before = effect;
    }
  }

  @Test
  void beyondThePublishedPointsNothingIsSaid() {
    for (double steps : new double[] {0, 3552.9, 10901.1, 30_000, Double.NaN}) {
      assertThat(reason(evidence.steps(steps))).isEqualTo(RefusalReason.OUT_OF_RANGE);
    }
  }

  @Test
  void thePlateauDependsOnAge() {
    assertThat(evidence.stepsPlateau(60).orElseThrow().exposure()).isEqualTo("plateau 6000-8000");
    assertThat(evidence.stepsPlateau(59.9).orElseThrow().exposure())
        .isEqualTo("plateau 8000-10000");
  }

  @Test
  void anUnverifiedRowIsNeverRead() {
    assertThat(EvidenceTable.standard().of("physical activity"))
        .isNotEmpty()
        .noneMatch(row -> row.citation().startsWith("Ekelund 2019"));
  }

  @Test
  void restingHeartRateIsReadByItsBands() {
    assertThat(estimate(evidence.restingHeartRate(80)).effect()).isEqualTo(1.12);
    assertThat(estimate(evidence.restingHeartRate(80.1)).effect()).isEqualTo(1.45);
    assertThat(reason(evidence.restingHeartRate(59.9))).isEqualTo(RefusalReason.NOT_SERVED);
    assertThat(reason(evidence.restingHeartRate(0))).isEqualTo(RefusalReason.OUT_OF_RANGE);
  }

  @Test
  void alcoholIsReadForTheSexWhereTheStudyPrintsIt() {
    assertThat(estimate(evidence.alcohol(25, Sex.F)).effect()).isEqualTo(1.21);
    assertThat(estimate(evidence.alcohol(25, Sex.M)).effect()).isEqualTo(1.05);
    assertThat(estimate(evidence.alcohol(44.9, null)).effect()).isEqualTo(1.05);
    assertThat(estimate(evidence.alcohol(45, Sex.M)).effect()).isEqualTo(1.15);
    assertThat(estimate(evidence.alcohol(65, Sex.F)).effect()).isEqualTo(1.61);
  }

  @Test
  void noAmountOfAlcoholIsEverShownAsABenefit() {
    for (double grams = 0; grams < 200; grams += 0.5) {
      for (Sex sex : Sex.values()) {
        if (evidence.alcohol(grams, sex) instanceof EvidenceEstimate estimate) {
          assertThat(estimate.effect()).isGreaterThan(1);
        } else {
          assertThat(grams).isLessThan(25);
        }
      }
    }
  }

  private static EvidenceEstimate estimate(EvidenceResult result) {
    assertThat(result).isInstanceOf(EvidenceEstimate.class);
    return (EvidenceEstimate) result;
  }

  private static RefusalReason reason(EvidenceResult result) {
    return ((EvidenceResult.NoEstimate) result).refusal().reason();
  }
}
