package health.lifelong.profile.safety.domain;

import health.lifelong.profile.change.domain.PersonKey;

/** What a value that became current means for the on-call list. */
public sealed interface Arrived {
  /** The value: its person and its natural key. */
  PersonKey key();

  /**
   * The value reaches a limit.
   *
   * @param checkupNo the visit it was reported in
   * @param deliveryNo the delivery that brought it
   */
  record Raised(PersonKey key, String centre, int checkupNo, int deliveryNo, CriticalValue value)
      implements Arrived {}

  /** The value reaches no limit, and took the place of one that may have. */
  record Settled(PersonKey key, Closing closing) implements Arrived {}

  /** Why a critical result is closed. */
  enum Closing {
    WITHDRAWN,
    CORRECTED;

    /** Number on the way to the database. */
    public int number() {
      return ordinal() + 1;
    }
  }
}
