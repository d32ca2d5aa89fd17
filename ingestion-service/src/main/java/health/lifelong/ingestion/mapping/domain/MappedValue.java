package health.lifelong.ingestion.mapping.domain;

import health.lifelong.ingestion.record.domain.Observation.Unmapped;
import health.lifelong.ingestion.record.domain.Value;
import org.jspecify.annotations.Nullable;

/**
 * A value as the catalogue takes it.
 *
 * @param itemCode catalogue code; null where unmapped
 * @param unmapped why the catalogue could not take it; null where it could
 * @param value in the item's own unit and answer list where mapped, in the sender's words otherwise
 * @param implausible outside the plausible range: stored, and used by nobody until confirmed
 * @param unitAssumed the unit came from the sender's contract
 * @param contradiction why the value cannot be true as sent; null where nothing speaks against it
 */
public record MappedValue(
    @Nullable String itemCode,
    @Nullable Unmapped unmapped,
    Value value,
    boolean implausible,
    boolean unitAssumed,
    @Nullable Contradiction contradiction) {

  /** What makes a value impossible rather than rare. */
  public enum Contradiction {
    /** Below zero for a quantity that has no negative values. */
    NEGATIVE,
    /** Implausible in the unit sent and plausible in the item's own: one of the two is wrong. */
    UNIT_CONTRADICTED
  }

  /** A value the catalogue takes as it is. */
  public static MappedValue mapped(String itemCode, Value value) {
    return new MappedValue(itemCode, null, value, false, false, null);
  }

  /** A value kept in the sender's words. */
  public static MappedValue unmapped(Unmapped reason, Value value) {
    return new MappedValue(null, reason, value, false, false, null);
  }
}
