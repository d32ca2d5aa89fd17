package health.lifelong.analytics.trajectory.domain;

import java.time.LocalDate;

/** When a trajectory reaches a threshold, or why no date is named. */
public sealed interface Arrival {
  /**
   * A date with its 95 % interval, for as long as nothing changes.
   *
   * @param latest where the line at its slowest reaches it
   */
  record On(LocalDate date, LocalDate earliest, LocalDate latest) implements Arrival {}

  /** No date. */
  record NoDate(Reason reason) implements Arrival {}

  /** Why no date is named. */
  enum Reason {
    /** There is no trajectory. */
    NO_TRAJECTORY,
    /** The line has passed it already. */
    PASSED,
    /** The line leads away from it. */
    LEADS_AWAY,
    /** Further ahead than the line has been followed, or than ten years. */
    TOO_FAR
  }
}
