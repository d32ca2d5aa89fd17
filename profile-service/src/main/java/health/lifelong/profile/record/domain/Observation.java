package health.lifelong.profile.record.domain;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One value of an item, with the sender's own words beside it.
 *
 * @param key natural key within the person: digest of centre and source key
 * @param itemCode catalogue code, or null where unmapped
 * @param unmapped why it is unmapped, or null where it is mapped
 * @param effective null where no time was sent: kept, never in a series
 * @param position place in the receipt, for people
 */
public record Observation(
    UUID key,
    @Nullable String itemCode,
    @Nullable Unmapped unmapped,
    Value value,
    @Nullable EffectiveTime effective,
    Status status,
    Coding rawCode,
    String rawValue,
    String rawUnit,
    String position,
    boolean implausible,
    boolean unitAssumed,
    String method,
    String device,
    String referenceRange,
    String interpretation,
    String panel) {

  /** Where a value stands in its life at the sender, in order of rank. */
  public enum Status {
    PRELIMINARY,
    FINAL,
    CORRECTED,
    WITHDRAWN;

    /** Number in the database. */
    public int number() {
      return ordinal() + 1;
    }

    /** The status of a stored number. */
    public static Status of(int number) {
      return values()[number - 1];
    }
  }

  /** Why the catalogue could not take a value. */
  public enum Unmapped {
    CODE_UNKNOWN,
    UNIT_UNKNOWN,
    UNIT_MISSING,
    VALUE_TYPE;

    /** Number in the database. */
    public int number() {
      return ordinal() + 1;
    }

    /** The reason of a stored number. */
    public static Unmapped of(int number) {
      return values()[number - 1];
    }
  }

  /**
   * True where both say the same; where in its receipt a value stood says nothing of the person.
   */
  public boolean saysTheSameAs(Observation other) {
    return Objects.equals(itemCode, other.itemCode)
        && unmapped == other.unmapped
        && value.equals(other.value)
        && Objects.equals(effective, other.effective)
        && status == other.status
        && rawCode.equals(other.rawCode)
        && rawValue.equals(other.rawValue)
        && rawUnit.equals(other.rawUnit)
        && implausible == other.implausible
        && unitAssumed == other.unitAssumed
        && method.equals(other.method)
        && device.equals(other.device)
        && referenceRange.equals(other.referenceRange)
        && interpretation.equals(other.interpretation)
        && panel.equals(other.panel);
  }
}
