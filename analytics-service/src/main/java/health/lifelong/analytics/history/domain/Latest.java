package health.lifelong.analytics.history.domain;

/** The value of an item that a model may use today, or why there is none. */
public sealed interface Latest {

  /** The newest usable value. */
  record Found(Reading reading) implements Latest {}

  /** No usable value. */
  record None(Why why) implements Latest {}

  /** Why there is none; the words of the contract in lower case. */
  enum Why {
    NOT_MEASURED,
    UNKNOWN,
    UNMAPPED,
    WITHHELD,
    TOO_OLD
  }
}
