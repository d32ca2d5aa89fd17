package health.lifelong.analytics.insight.domain;

/** One thing an insight could have used and did not have. */
public record InputMissing(String name, Why why) {

  /** Why it was not there; the words of the contract in lower case. */
  public enum Why {
    NOT_MEASURED,
    UNKNOWN,
    UNMAPPED,
    WITHHELD,
    TOO_OLD
  }
}
