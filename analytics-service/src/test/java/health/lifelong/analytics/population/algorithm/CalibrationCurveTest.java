package health.lifelong.analytics.population.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.population.domain.Calibration;
import health.lifelong.analytics.population.domain.CalibrationGroup;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationCurveTest {
  @Test
  void theLogisticFitOfATwoByTwoTableIsItsOddsAndOddsRatio() {
    // 20 of 100 without and 60 of 120 with the factor: odds 1/4 and 1.
    double[] x = new double[220];
    boolean[] y = new boolean[220];
    double[] weight = new double[220];
    Arrays.fill(weight, 1);
    Arrays.fill(x, 100, 220, 1);
    Arrays.fill(y, 0, 20, true);
    Arrays.fill(y, 100, 160, true);
    LogisticFit fit = LogisticFit.of(x, y, weight).orElseThrow();
    assertThat(fit.intercept()).isCloseTo(Math.log(0.25), within(1e-9));
    assertThat(fit.slope()).isCloseTo(Math.log(4), within(1e-9));
    assertThat(fit.probability(1)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aWeightOfTwoIsThePersonTwice() {
    double[] x = {1, 2, 3, 4, 4};
    boolean[] y = {false, true, false, true, true};
    LogisticFit twice = LogisticFit.of(x, y, new double[] {1, 1, 1, 1, 1}).orElseThrow();
    LogisticFit weighted =
        LogisticFit.of(Arrays.copyOf(x, 4), Arrays.copyOf(y, 4), new double[] {1, 1, 1, 2})
            .orElseThrow();
    assertThat(weighted.slope()).isCloseTo(twice.slope(), within(1e-9));
    assertThat(weighted.intercept()).isCloseTo(twice.intercept(), within(1e-9));
  }

  @Test
  void separatedOutcomesAndASingleOutcomeHaveNoFit() {
    double[] weight = {1, 1, 1, 1};
    double[] x = {1, 2, 3, 4};
    assertThat(LogisticFit.of(x, new boolean[] {false, false, true, true}, weight)).isEmpty();
    assertThat(LogisticFit.of(x, new boolean[4], weight)).isEmpty();
    assertThat(LogisticFit.atUnitSlope(x, new boolean[4], weight)).isEmpty();
  }

  @Test
  void trueProbabilitiesAreCalibratedAlsoWhenManyAreLostOnTheWay() {
    Calibration calibration = simulated(11, 1);
    assertThat(calibration.ratio()).isCloseTo(1, within(0.04));
    assertThat(calibration.intercept()).isCloseTo(0, within(0.06));
    assertThat(calibration.slope()).isCloseTo(1, within(0.06));
    assertThat(calibration.groups()).hasSize(10);
    for (CalibrationGroup group : calibration.groups()) {
      assertThat(group.persons()).isEqualTo(2000);
      assertThat(group.observed()).isCloseTo(group.predicted(), within(0.05));
    }
  }

  @Test
  void doubledHazardsAreSeenAsAnUnderestimate() {
    Calibration calibration = simulated(12, 2);
    assertThat(calibration.ratio()).isBetween(1.4, 1.9);
    assertThat(calibration.intercept()).isBetween(0.7, 1.2);
  }

  @Test
  void nobodyFollowedToTheHorizonIsNoCalibration() {
    assertThat(
            CalibrationCurve.of(
                new double[] {0.1, 0.2, 0.3},
                new double[] {10, 20, 30},
                new boolean[] {true, false, false},
                120))
        .isEmpty();
  }

  /**
   * Exponential times of death; half of the persons are lost at a uniform time before 200 months.
   */
  private static Calibration simulated(long seed, double factor) {
    System.out.println("CalibrationCurveTest seed " + seed);
    Random random = new Random(seed);
    int n = 20_000;
    double[] probability = new double[n];
    double[] months = new double[n];
    boolean[] died = new boolean[n];
    for (int i = 0; i < n; i++) {
      double hazard = Math.exp(-8 + 1.2 * random.nextGaussian());
      probability[i] = -Math.expm1(-hazard * 120);
      double death = -Math.log(random.nextDouble()) / (factor * hazard);
      double lost = random.nextBoolean() ? 200 * random.nextDouble() : 200;
      died[i] = death <= lost;
      months[i] = Math.min(death, lost);
    }
    return CalibrationCurve.of(probability, months, died, 120).orElseThrow();
  }
}
