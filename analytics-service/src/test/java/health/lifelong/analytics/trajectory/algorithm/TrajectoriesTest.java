package health.lifelong.analytics.trajectory.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.algorithm.SetPoints;
import health.lifelong.analytics.setpoint.domain.Origin;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.trajectory.domain.Arrival;
import health.lifelong.analytics.trajectory.domain.Trajectory;
import health.lifelong.analytics.trajectory.domain.TrajectoryOutcome;
import health.lifelong.analytics.trajectory.domain.TrajectoryOutcome.NoTrajectory;
import health.lifelong.analytics.trajectory.domain.TrajectoryOutcome.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrajectoriesTest {
  private static final long SEED = 20261124;
  private static final LocalDate FIRST = LocalDate.of(2015, 3, 2);

  private final SetPoints setPoints = new SetPoints(SetPointParameters.standard());

  @Test
  void fewerThanFourVisitsOrLessThanTwoYearsGiveNoTrajectory() {
    assertThat(of("HGB", yearly(15, 14, 13))).isEqualTo(new NoTrajectory(Reason.TOO_FEW_VISITS));
    assertThat(of("HGB", every(243, 15, 14.5, 14, 13.5)))
        .isEqualTo(new NoTrajectory(Reason.TOO_SHORT));
    assertThat(of("HGB", every(244, 15, 14.5, 14, 13.5))).isInstanceOf(Trajectory.class);
  }

  @Test
  void aSlopeThatMayBeNoneGivesNoTrajectoryAndNoDate() {
    TrajectoryOutcome unclear = of("HGB", yearly(14.5, 14.6, 14.4, 14.5, 14.6));
    assertThat(unclear).isEqualTo(new NoTrajectory(Reason.SLOPE_UNCLEAR));
    assertThat(Trajectories.arrival(unclear, 13))
        .isEqualTo(new Arrival.NoDate(Arrival.Reason.NO_TRAJECTORY));
  }

  @Test
  void aClearFallHasItsSlopeAndTheDayOnWhichItReachesAThreshold() {
    Trajectory line = (Trajectory) of("HGB", yearly(16, 15.5, 15, 14.5, 14));
    assertThat(line.scale()).isEqualTo(Scale.LINEAR);
    assertThat(line.likelyChangePerYear()).isCloseTo(-0.5, within(0.001));
    assertThat(line.changePerYear().contains(-0.5)).isTrue();
    Arrival.On on = (Arrival.On) Trajectories.arrival(line, 13);
    assertThat(on.date()).isBetween(LocalDate.of(2021, 2, 25), LocalDate.of(2021, 3, 7));
    assertThat(on.earliest()).isBefore(on.date());
    assertThat(on.latest()).isAfter(on.date());
    assertThat(on.latest().toEpochDay() - on.date().toEpochDay())
        .isGreaterThan(on.date().toEpochDay() - on.earliest().toEpochDay());
  }

  @Test
  void onTheLogarithmicScaleAChangeIsPerCentAYear() {
    Trajectory line = (Trajectory) of("GGT", yearly(20, 24, 28.8, 34.56, 41.472));
    assertThat(line.likelyChangePerYear()).isCloseTo(20, within(0.1));
  }

  @Test
  void everyMissingDateHasItsReason() {
    TrajectoryOutcome falling = of("HGB", yearly(16, 15.5, 15, 14.5, 14));
    assertThat(Trajectories.arrival(falling, 15.2))
        .isEqualTo(new Arrival.NoDate(Arrival.Reason.PASSED));
    assertThat(Trajectories.arrival(falling, 17))
        .isEqualTo(new Arrival.NoDate(Arrival.Reason.LEADS_AWAY));
    assertThat(Trajectories.arrival(falling, 11.5))
        .isEqualTo(new Arrival.NoDate(Arrival.Reason.TOO_FAR));
  }

  @Test
  void onlyTheVisitsSinceTheLastBreakCount() {
    List<Visit> visits = new ArrayList<>();
    double[] values = {16, 15.5, 15, 14.5, 14};
    for (int i = 0; i < values.length; i++) {
      Origin origin = new Origin("", i < 2 ? "old" : "new", "", "");
      visits.add(new Visit(FIRST.plusYears(i), values[i], origin));
    }
    assertThat(of("HGB", visits)).isEqualTo(new NoTrajectory(Reason.TOO_FEW_VISITS));
  }

  @Test
  void anItemWithoutALevelHasATrajectoryByItsPublishedVariation() {
    assertThat(of("URIC", yearly(4, 4.8, 5.6, 6.4, 7.2))).isInstanceOf(Trajectory.class);
  }

  @Test
  void ofStablePersonsAtMostFivePerCentAreGivenATrajectory() {
    for (String item : List.of("HGB", "GGT", "TBIL")) {
      Random random = new Random(SEED + item.hashCode());
      Prior prior = setPoints.prior(item, Sex.M, 50).orElseThrow();
      int given = 0;
      int persons = 5_000;
      for (int person = 0; person < persons; person++) {
        double level = prior.mean() + Math.sqrt(prior.between()) * random.nextGaussian();
        double[] values = new double[8];
        for (int i = 0; i < values.length; i++) {
          double noisy = level + Math.sqrt(prior.noise()) * random.nextGaussian();
          values[i] = prior.scale().invert(noisy);
        }
        given += of(item, yearly(values)) instanceof Trajectory ? 1 : 0;
      }
      double rate = (double) given / persons;
      System.out.printf("seed %d, %s: trajectories of stable persons %.4f%n", SEED, item, rate);
      assertThat(rate).as(item).isBetween(0.025, 0.055);
    }
  }

  private TrajectoryOutcome of(String item, List<Visit> visits) {
    return Trajectories.of((SetPointReport) setPoints.report(item, Sex.M, 50.0, visits));
  }

  private static List<Visit> yearly(double... values) {
    List<Visit> visits = new ArrayList<>();
    for (double value : values) {
      visits.add(new Visit(FIRST.plusYears(visits.size()), value));
    }
    return visits;
  }

  private static List<Visit> every(int days, double... values) {
    List<Visit> visits = new ArrayList<>();
    for (double value : values) {
      visits.add(new Visit(FIRST.plusDays((long) days * visits.size()), value));
    }
    return visits;
  }
}
