package health.lifelong.analytics.setpoint.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.NoiseModel;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.Visit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Steps of 1, deviation 1, population 100 with deviation 3. */
class BaselineTest {
  private static final LocalDate FIRST = LocalDate.of(2015, 3, 2);
  private static final LocalDate NEXT = FIRST.plusYears(20);

  private final Prior prior = new Prior(Scale.LINEAR, 100, 9, 0.8, 0.2, 0, NoiseModel.ASSUMED);

  @Test
  void oneVisitFarOutsideDoesNotMoveTheLevel() {
    Baseline calm = after(100, 100.5, 99.5);
    Baseline jolted = after(100, 100.5, 99.5, 108, 100);
    assertThat(jolted.leftOut()).containsExactly(3);
    assertThat(jolted.setPoint().setpoint()).isCloseTo(calm.setPoint().setpoint(), within(0.1));
    assertThat(jolted.setPoint().visits()).isEqualTo(4);
  }

  @Test
  void aSecondVisitOnTheSameSideConfirmsTheFirstAndBothCount() {
    Baseline moved = after(100, 100.5, 99.5, 108, 108.2);
    assertThat(moved.leftOut()).isEmpty();
    assertThat(moved.setPoint().setpoint()).isBetween(102.0, 104.0);
  }

  @Test
  void twoVisitsThatAgreeOutvoteASingleFirstOne() {
    Baseline wrongFirst = after(107, 100, 100.4);
    assertThat(wrongFirst.leftOut()).containsExactly(0);
    assertThat(wrongFirst.setPoint().setpoint()).isCloseTo(100.2, within(0.1));
    assertThat(wrongFirst.setPoint().visits()).isEqualTo(2);
  }

  @Test
  void aVisitFarOnTheOtherSideConfirmsNothing() {
    Baseline torn = after(100, 100.5, 99.5, 108, 92);
    assertThat(torn.leftOut()).containsExactly(3, 4);
  }

  @Test
  void aPersonWhoVariesMoreGetsAWiderPredictionAndOneWhoVariesLessANarrowerOne() {
    Interval published = Baseline.before(prior).after(visit(0, 100)).prediction(NEXT, 0);
    Interval lively = after(100, 102, 98, 102, 98, 102, 98).prediction(NEXT, 0);
    Interval still = after(100, 100, 100, 100, 100, 100, 100).prediction(NEXT, 0);
    assertThat(width(lively)).isGreaterThan(width(still) * 1.3);
    assertThat(width(still)).isLessThan(width(published));
  }

  @Test
  void thePredictionIsTheShrunkenRatioTimesStudentsQuantile() {
    Baseline three = after(100, 101, 99);
    Posterior first = Posterior.before(prior).after(100).later(year(0, 1));
    double one = first.error(101);
    double two = first.after(101).later(year(1, 2)).error(99);
    double ratio = (10 + one * one + two * two) / 12;
    double spread = three.on(NEXT).spread(0);
    double half = StudentQuantile.of(12 * 12 / 2.0) * Math.sqrt(ratio) * spread;
    assertThat(width(three.prediction(NEXT, 0))).isCloseTo(2 * half, within(1e-12));
  }

  @Test
  void roundedValuesAreAllowedTheirRounding() {
    Prior rounded = new Prior(Scale.LINEAR, 100, 9, 0.8, 0.2, 1, NoiseModel.ASSUMED);
    assertThat(rounded.noiseAt(100, rounded.stepOf(101))).isEqualTo(1 + 1 / 12.0);
    assertThat(rounded.noiseAt(100, rounded.stepOf(101.3))).isEqualTo(1);
    Prior log = new Prior(Scale.LOG, 3, 1, 0.8, 0.2, 1, NoiseModel.ASSUMED);
    assertThat(log.noiseAt(3, 1)).isCloseTo(1 + Math.exp(-6) / 12, within(1e-15));
  }

  @Test
  void oldVisitsWeighLess() {
    Baseline twenty = Baseline.before(prior);
    for (int i = 0; i < 20; i++) {
      twenty = twenty.after(visit(i, i < 10 ? 99 : 101));
    }
    assertThat(twenty.setPoint().setpoint()).isGreaterThan(100.2);
  }

  @Test
  void studentsQuantileIsThatOfTheTables() {
    assertThat(StudentQuantile.of(10)).isCloseTo(2.228139, within(3e-5));
    assertThat(StudentQuantile.of(20)).isCloseTo(2.085963, within(1e-5));
    assertThat(StudentQuantile.of(120)).isCloseTo(1.979930, within(1e-6));
    assertThat(StudentQuantile.of(Double.POSITIVE_INFINITY)).isEqualTo(1.959963984540054);
    assertThatThrownBy(() -> StudentQuantile.of(9)).isInstanceOf(IllegalArgumentException.class);
  }

  private Baseline after(double... values) {
    Baseline baseline = Baseline.before(prior);
    for (int i = 0; i < values.length; i++) {
      baseline = baseline.after(visit(i, values[i]));
    }
    return baseline;
  }

  private static Visit visit(int year, double value) {
    return new Visit(FIRST.plusYears(year), value);
  }

  private static double year(int from, int to) {
    return (FIRST.plusYears(to).toEpochDay() - FIRST.plusYears(from).toEpochDay()) / 365.25;
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }
}
