package health.lifelong.analytics.trajectory.algorithm;

import health.lifelong.analytics.setpoint.algorithm.StudentQuantile;
import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.analytics.trajectory.domain.Arrival;
import health.lifelong.analytics.trajectory.domain.Trajectory;
import health.lifelong.analytics.trajectory.domain.TrajectoryOutcome;
import health.lifelong.analytics.trajectory.domain.TrajectoryOutcome.NoTrajectory;
import health.lifelong.analytics.trajectory.domain.TrajectoryOutcome.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Least squares through the current line of a series. The variance around it is the person's own,
 * shrunken to the published one: (assumed x published + sum of squares) / (assumed + visits - 2),
 * with Student's quantile of as many degrees of freedom. A visit far outside that no later one
 * confirmed is left out.
 */
public final class Trajectories {
  private static final int FEWEST_VISITS = 4;
  private static final double SHORTEST_YEARS = 2;
  private static final double FURTHEST_YEARS = 10;
  private static final double DAYS_PER_YEAR = 365.25;

  private Trajectories() {}

  /** The trajectory of a report's current line. */
  public static TrajectoryOutcome of(SetPointReport report) {
    boolean hasLevel = report.setPoint() != null;
    List<VisitVerdict> visits =
        report.currentLine().stream().filter(visit -> !hasLevel || visit.inLevel()).toList();
    if (visits.size() < FEWEST_VISITS) {
      return new NoTrajectory(Reason.TOO_FEW_VISITS);
    }
    LocalDate first = visits.getFirst().date();
    // Four visits on one anniversary are two years although leap days make the count of days vary.
    if (visits.getLast().date().isBefore(first.plusYears((long) SHORTEST_YEARS))) {
      return new NoTrajectory(Reason.TOO_SHORT);
    }
    return fit(report, visits)
        .<TrajectoryOutcome>map(line -> line)
        .orElseGet(() -> new NoTrajectory(Reason.SLOPE_UNCLEAR));
  }

  private static Optional<Trajectory> fit(SetPointReport report, List<VisitVerdict> visits) {
    Scale scale = Optional.ofNullable(report.basis().scale()).orElse(Scale.LOG);
    LocalDate first = visits.getFirst().date();
    int n = visits.size();
    double meanTime = 0;
    double meanValue = 0;
    for (VisitVerdict visit : visits) {
      meanTime += years(first, visit.date()) / n;
      meanValue += scale.apply(visit.value()) / n;
    }
    double times = 0;
    double products = 0;
    double squares = 0;
    for (VisitVerdict visit : visits) {
      double time = years(first, visit.date()) - meanTime;
      double value = scale.apply(visit.value()) - meanValue;
      times += time * time;
      products += time * value;
      squares += value * value;
    }
    double slope = products / times;
    double assumed = report.basis().noise().assumedErrors();
    double published =
        report.basis().variation().varianceOn(scale, meanValue)
            + scale.roundingVariance(report.basis().step(), meanValue);
    double rest = StrictMath.max(0, squares - slope * products);
    double freedom = assumed + n - 2;
    double variance = (assumed * published + rest) / freedom;
    double quantile = StudentQuantile.of(StrictMath.max(10, freedom));
    double half = quantile * StrictMath.sqrt(variance / times);
    Interval interval = new Interval(slope - half, slope + half);
    if (interval.contains(0)) {
      return Optional.empty();
    }
    return Optional.of(
        new Trajectory(
            scale,
            first,
            visits.getLast().date(),
            n,
            meanTime,
            meanValue,
            slope,
            interval,
            quantile * StrictMath.sqrt(variance / n)));
  }

  /**
   * When the line reaches a threshold, with Fieller's interval, if nothing changes; never further
   * ahead than the line has been followed, nor than ten years.
   *
   * @param threshold above zero, in the item's unit
   */
  public static Arrival arrival(TrajectoryOutcome outcome, double threshold) {
    return switch (outcome) {
      case NoTrajectory none -> new Arrival.NoDate(Arrival.Reason.NO_TRAJECTORY);
      case Trajectory line -> arrival(line, threshold);
    };
  }

  private static Arrival arrival(Trajectory line, double threshold) {
    double distance = line.scale().apply(threshold) - line.centre();
    double followed = years(line.first(), line.last());
    double ahead = distance / line.slope() + line.centreYears() - followed;
    if (ahead <= 0) {
      boolean leadsAway = distance * line.slope() < 0;
      return new Arrival.NoDate(
          leadsAway && !passedWithin(line, distance)
              ? Arrival.Reason.LEADS_AWAY
              : Arrival.Reason.PASSED);
    }
    if (ahead > StrictMath.min(followed, FURTHEST_YEARS)) {
      return new Arrival.NoDate(Arrival.Reason.TOO_FAR);
    }
    Interval times = fieller(line, distance);
    return new Arrival.On(
        day(line, distance / line.slope()), day(line, times.low()), day(line, times.high()));
  }

  /** Whether the line crossed the threshold while it was followed. */
  private static boolean passedWithin(Trajectory line, double distance) {
    return distance / line.slope() + line.centreYears() >= 0;
  }

  /**
   * The times t, from the centre, at which the threshold lies within the interval of the line:
   * (distance - slope t)^2 = margin^2 + half^2 t^2. As the slope excludes zero, both are finite.
   */
  private static Interval fieller(Trajectory line, double distance) {
    double half = (line.slopeInterval().high() - line.slopeInterval().low()) / 2;
    double slope = line.slope();
    double a = slope * slope - half * half;
    double b = slope * distance;
    double c = distance * distance - line.margin() * line.margin();
    double root = StrictMath.sqrt(StrictMath.max(0, b * b - a * c));
    return new Interval((b - root) / a, (b + root) / a);
  }

  private static LocalDate day(Trajectory line, double fromCentre) {
    double days = (line.centreYears() + fromCentre) * DAYS_PER_YEAR;
    return line.first().plusDays(StrictMath.round(days));
  }

  private static double years(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) / DAYS_PER_YEAR;
  }
}
