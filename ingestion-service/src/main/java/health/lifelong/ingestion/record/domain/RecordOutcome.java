package health.lifelong.ingestion.record.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading one record gave. {@code index} counts records of the receipt from 0.
 *
 * <p>Reading is pure: the same bytes give the same outcomes, so a receipt can be read again after a
 * crash or a changed mapping.
 */
public sealed interface RecordOutcome {
  int index();

  /**
   * A visit of a person.
   *
   * @param observations how many values count as observations (hl7v2 rule 6, fhir-r4 rule 3: one a
   *     resource, components not added; filled CSV cells of catalogue items)
   * @param unmapped those of them whose code or unit the catalogue does not know
   */
  record CheckupRead(
      int index,
      PersonClaim person,
      Checkup checkup,
      int observations,
      int unmapped,
      List<Warning> warnings)
      implements RecordOutcome {
    public CheckupRead {
      warnings = List.copyOf(warnings);
    }
  }

  /** Demographics alone (ADT, Patient). */
  record PersonRead(int index, PersonClaim person) implements RecordOutcome {}

  /** Taken and kept raw, but in nobody's record (a questionnaire response without subject). */
  record Unattributed(int index, String kind) implements RecordOutcome {}

  /** Refused or quarantined; the others go on. */
  record Rejected(int index, String path, Reason reason, String detail) implements RecordOutcome {}

  /** A part of an accepted record that could not be used; told to the sender as a warning. */
  record Warning(String path, Reason reason, String detail) {}

  /**
   * Names of the shared error catalogue (health.lifelong.common.v1.ErrorReason) that reading can
   * give.
   */
  enum Reason {
    MALFORMED,
    ENCODING_INVALID,
    DOCTYPE_REFUSED,
    TYPE_UNSUPPORTED,
    VERSION_UNSUPPORTED,
    FIELD_MISSING,
    VALUE_INVALID,
    PERSON_MISSING,
    TARGET_UNKNOWN,
    ROW_SHAPE,
    TOO_LARGE,
    FORMAT_UNKNOWN,
    BUILD_UNKNOWN,
    SAMPLE_UNKNOWN,
    DELIMITERS_INVALID,
    TABLE_VALUE_UNKNOWN,
    ARCHIVE_UNSAFE,
    DUPLICATE_IN_BATCH,
    NOTHING_USABLE,
    KEY_REUSED
  }

  /** The person claimed, where there is one. */
  default @Nullable PersonClaim claim() {
    return switch (this) {
      case CheckupRead read -> read.person();
      case PersonRead read -> read.person();
      case Unattributed read -> null;
      case Rejected read -> null;
    };
  }
}
