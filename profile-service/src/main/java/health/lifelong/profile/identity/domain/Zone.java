package health.lifelong.profile.identity.domain;

/** What follows from a comparison. */
public enum Zone {
  /** One person, without asking. */
  LINK,
  /** Somebody looks at it. */
  REVIEW,
  /** Two persons. */
  SEPARATE
}
