package health.lifelong.ingestion.record.domain;

import org.jspecify.annotations.Nullable;

/**
 * One value of an item, with the sender's own words beside it.
 *
 * @param itemCode catalogue code, or null where unmapped
 * @param unmapped why it is unmapped, or null where it is mapped
 * @param effective null where no time was sent: kept, never in a series
 * @param sourceKey natural key inside the checkup: OBX-3 and OBX-4, resource id, column
 * @param position place in the receipt for people: "OBX[3]", "/entry/4/resource", "row 7, column
 *     HGB"
 */
public record Observation(
    @Nullable String itemCode,
    @Nullable Unmapped unmapped,
    Value value,
    @Nullable EffectiveTime effective,
    Status status,
    Coding rawCode,
    String rawValue,
    String rawUnit,
    String sourceKey,
    String position,
    boolean implausible,
    boolean unitAssumed,
    String method,
    String device,
    String referenceRange,
    String interpretation,
    String panel) {

  /** Where a value stands in its life at the sender. */
  public enum Status {
    PRELIMINARY,
    FINAL,
    CORRECTED,
    WITHDRAWN
  }

  /** Why the catalogue could not take a value. */
  public enum Unmapped {
    CODE_UNKNOWN,
    UNIT_UNKNOWN,
    UNIT_MISSING,
    VALUE_TYPE
  }

  /** True where this is a value that counts: present and not withdrawn. */
  public boolean hasValue() {
    return !(value instanceof Value.Absent) && status != Status.WITHDRAWN;
  }
}
