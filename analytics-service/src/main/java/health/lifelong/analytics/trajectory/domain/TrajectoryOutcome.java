package health.lifelong.analytics.trajectory.domain;

/** A trajectory, or why there is none. */
public sealed interface TrajectoryOutcome permits Trajectory, TrajectoryOutcome.NoTrajectory {
  /** No trajectory. */
  record NoTrajectory(Reason reason) implements TrajectoryOutcome {}

  /** Why there is none. */
  enum Reason {
    /** Fewer than four visits in the current line. */
    TOO_FEW_VISITS,
    /** They span less than two years. */
    TOO_SHORT,
    /** The interval of the slope holds zero. */
    SLOPE_UNCLEAR
  }
}
