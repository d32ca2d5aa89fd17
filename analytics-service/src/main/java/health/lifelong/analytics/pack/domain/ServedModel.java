package health.lifelong.analytics.pack.domain;

/**
 * A model that the pack serves.
 *
 * @param order place in the list, ascending
 * @param maximumAgeDays how old an input may be
 * @param kind DESCRIBE says what is; DISEASE_RISK and DRUG_ADVICE are served in clinical mode only
 */
public record ServedModel(
    String model, Audience audience, int order, int maximumAgeDays, Kind kind) {

  /** Who is told. */
  public enum Audience {
    PERSON,
    CLINICIAN
  }

  /** What kind of thing it says. */
  public enum Kind {
    DESCRIBE,
    DISEASE_RISK,
    DRUG_ADVICE
  }
}
