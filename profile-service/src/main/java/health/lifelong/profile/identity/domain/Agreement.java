package health.lifelong.profile.identity.domain;

/**
 * How far two persons agree, field by field. This is what a reviewer sees: no value, only how the
 * values stand to each other.
 */
public record Agreement(NameLevel name, BirthLevel birth, SexLevel sex, PhoneLevel phone) {

  /** How two names stand to each other. */
  public enum NameLevel {
    /** One match key. */
    EXACT,
    /** One jamo, or one letter, apart. */
    NEAR,
    /** One may be the other in Latin letters. */
    ROMANISED,
    /** One surname, another given name. */
    SURNAME,
    DIFFERENT,
    MISSING
  }

  /** How two birth dates stand to each other. */
  public enum BirthLevel {
    EXACT,
    /** Day and month changed places. */
    SWAPPED,
    /** One digit apart, or two neighbouring digits changed places. */
    DIGIT,
    /** One is less precise and does not contradict the other. */
    PARTIAL,
    DIFFERENT,
    MISSING
  }

  /** How sexes at birth stand to each other. */
  public enum SexLevel {
    SAME,
    DIFFERENT,
    MISSING
  }

  /** How two phone numbers stand to each other. */
  public enum PhoneLevel {
    SAME,
    DIGIT,
    DIFFERENT,
    MISSING
  }
}
