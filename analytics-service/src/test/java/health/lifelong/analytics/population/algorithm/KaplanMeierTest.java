package health.lifelong.analytics.population.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaplanMeierTest {
  /** Freireich et al., Blood 1963;21:699: weeks of remission under 6-mercaptopurine. */
  private static final double[] WEEKS = {
    6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35
  };

  private static final boolean[] RELAPSED = {
    true, true, true, false, true, false, true, false, false, true, true, false, false, false, true,
    true, false, false, false, false, false
  };

  @ParameterizedTest(name = "week {0}: {1}")
  @CsvSource({
    "5, 1",
    "6, 0.857",
    "7, 0.807",
    "10, 0.753",
    "13, 0.690",
    "16, 0.627",
    "22, 0.538",
    "23, 0.448",
    "35, 0.448"
  })
  void remissionIsThatOfThePrintedTable(double week, double remission) {
    assertThat(KaplanMeier.ofDeaths(WEEKS, RELAPSED).at(week))
        .hasValueCloseTo(remission, within(0.0005));
  }

  @Test
  void beforeAStepTheStepIsNotTaken() {
    KaplanMeier remission = KaplanMeier.ofDeaths(WEEKS, RELAPSED);
    assertThat(remission.before(6)).isEqualTo(1);
    assertThat(remission.before(7)).isCloseTo(18.0 / 21, within(1e-15));
  }

  @Test
  void beyondTheLastPersonSeenNothingIsSaidUnlessNobodyIsLeft() {
    assertThat(KaplanMeier.ofDeaths(WEEKS, RELAPSED).at(36)).isEmpty();
    assertThat(KaplanMeier.ofDeaths(new double[] {1, 2}, new boolean[] {true, true}).at(3))
        .hasValue(0);
  }

  @Test
  void whoDiedAtATimeWasNotAtRiskOfBeingLostAtIt() {
    // At 6 three relapse and one is lost: the loss is one of 18, not of 21.
    assertThat(KaplanMeier.ofCensoring(WEEKS, RELAPSED).at(6))
        .hasValueCloseTo(17.0 / 18, within(1e-15));
  }

  @Test
  void weightsOfTheKnownStandForEveryone() {
    double sum = 0;
    for (double weight : CensoringWeights.of(WEEKS, RELAPSED, 20)) {
      sum += weight;
    }
    assertThat(sum).isCloseTo(WEEKS.length, within(1e-9));
  }
}
