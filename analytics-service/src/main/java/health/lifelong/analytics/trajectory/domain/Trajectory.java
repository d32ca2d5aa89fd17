package health.lifelong.analytics.trajectory.domain;

import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.Scale;
import java.time.LocalDate;

/**
 * A line through a person's values that clearly rises or falls.
 *
 * @param scale on which it is straight; on the logarithmic one slopes are shares a year
 * @param first day of the first visit of the line
 * @param last day of its last visit
 * @param visits how many visits went in
 * @param centreYears mean time of the visits, years after {@code first}
 * @param centre the line there, on the scale
 * @param slope change a year, on the scale
 * @param slopeInterval where the slope lies with probability 0.95, without zero
 * @param margin half width of the interval of the line at its centre, on the scale
 */
public record Trajectory(
    Scale scale,
    LocalDate first,
    LocalDate last,
    int visits,
    double centreYears,
    double centre,
    double slope,
    Interval slopeInterval,
    double margin)
    implements TrajectoryOutcome {
  /** Refuses a slope that may be none. */
  public Trajectory {
    if (slopeInterval.contains(0)) {
      throw new IllegalArgumentException("a trajectory has a slope that excludes zero");
    }
  }

  /** The change of a year: in the item's unit, or per cent on the logarithmic scale. */
  public Interval changePerYear() {
    return new Interval(change(slopeInterval.low()), change(slopeInterval.high()));
  }

  /** The most likely change of a year, as {@link #changePerYear}. */
  public double likelyChangePerYear() {
    return change(slope);
  }

  private double change(double ofSlope) {
    return switch (scale) {
      case LINEAR -> ofSlope;
      case LOG -> 100 * StrictMath.expm1(ofSlope);
    };
  }
}
