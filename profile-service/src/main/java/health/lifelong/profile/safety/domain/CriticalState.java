package health.lifelong.profile.safety.domain;

/** Where a critical result stands. */
public enum CriticalState {
  /** Nobody has said yet that they look after it. */
  OPEN,
  ACKNOWLEDGED,
  /** Its value was withdrawn or corrected. */
  CLOSED;

  /** Number in the contracts and the database. */
  public int number() {
    return ordinal() + 1;
  }

  /** The state of a stored number. */
  public static CriticalState of(int number) {
    return values()[number - 1];
  }
}
