package health.lifelong.analytics.ledger.domain;

import org.jspecify.annotations.Nullable;

/**
 * A stored insight that does not come out the same when it is computed again.
 *
 * @param stored versions and hash as they were stored; null where it is said for the first time
 * @param computed versions and hash now; null where it is no longer said, or cannot be computed
 */
public record Difference(
    String personId,
    String insightId,
    String model,
    String subject,
    Kind kind,
    @Nullable Side stored,
    @Nullable Side computed) {

  /** How it differs. */
  public enum Kind {
    CHANGED,
    NO_LONGER_SAID,
    NEWLY_SAID,
    /** Its genome could not be read again. */
    NOT_COMPUTABLE
  }

  /** One of the two sides. */
  public record Side(String modelVersion, String dataVersion, String resultHash) {}
}
