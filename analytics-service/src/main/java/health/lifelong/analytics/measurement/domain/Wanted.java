package health.lifelong.analytics.measurement.domain;

/**
 * Something that is missing.
 *
 * @param code item code of a measurement, or name of a question
 */
public record Wanted(Kind kind, String code) {

  /** How it is got. */
  public enum Kind {
    /** Tested at a visit. */
    MEASUREMENT,
    /** Asked; costs nothing. */
    QUESTION
  }
}
