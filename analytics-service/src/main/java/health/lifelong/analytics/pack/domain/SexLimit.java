package health.lifelong.analytics.pack.domain;

/** Whom a row of a table holds for. */
public enum SexLimit {
  ANY,
  FEMALE,
  MALE;

  /** True where both rows can hold for one person. */
  public boolean overlaps(SexLimit other) {
    return this == ANY || other == ANY || this == other;
  }
}
