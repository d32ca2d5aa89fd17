package health.lifelong.analytics.plan.domain;

import java.time.LocalDate;

/** That an item was tested on a day, and how the result stands. */
public record Tested(String item, LocalDate date, Level level) {

  /** How a result stands by the region's limits. */
  public enum Level {
    /** Done, and nothing is said of the result: held, a finding in words, or without limits. */
    DONE,
    USUAL,
    /** Outside the usual range, or at the edge of a band. */
    BORDERLINE,
    /** So far outside that the region asks for a second look. */
    SECOND_LOOK
  }
}
