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
    DOCTYPE_REFUSED("xml.doctype"),
    TYPE_UNSUPPORTED,
    VERSION_UNSUPPORTED,
    FIELD_MISSING,
    VALUE_INVALID,
    PERSON_MISSING,
    TARGET_UNKNOWN,
    ROW_SHAPE,
    TOO_LARGE("body.too_large"),
    FORMAT_UNKNOWN,
    BUILD_UNKNOWN,
    SAMPLE_UNKNOWN,
    DELIMITERS_INVALID,
    TABLE_VALUE_UNKNOWN,
    DUPLICATE_IN_BATCH,
    NOTHING_USABLE,
    KEY_REUSED,
    JSON_SYNTAX("json.syntax"),
    JSON_DUPLICATE_KEY("json.duplicate_key"),
    JSON_TRAILING_CONTENT("json.trailing_content"),
    JSON_TOO_DEEP("json.too_deep"),
    JSON_UNKNOWN_FIELD("json.unknown_field"),
    VALUE_OUT_OF_RANGE("value.out_of_range"),
    TYPE_MISMATCH("type.mismatch"),
    TEXT_CONTROL_CHARACTER("text.control_character"),
    TEXT_INVALID_UNICODE("text.invalid_unicode"),
    TEXT_TOO_LONG("text.too_long"),
    TEXT_NOT_A_NAME("text.not_a_name"),
    XML_SYNTAX("xml.syntax"),
    XML_TOO_DEEP("xml.too_deep"),
    XML_TOO_MANY_ATTRIBUTES("xml.too_many_attributes"),
    XML_TOO_LARGE_TOKEN("xml.too_large_token"),
    XML_UNKNOWN_ELEMENT("xml.unknown_element"),
    XML_NAMESPACE("xml.namespace"),
    FHIR_NARRATIVE_NOT_ALLOWED("fhir.narrative_not_allowed"),
    ARCHIVE_RATIO("archive.ratio"),
    ARCHIVE_NESTED("archive.nested"),
    ARCHIVE_TOO_MANY_ENTRIES("archive.too_many_entries"),
    ARCHIVE_ENTRY_NAME("archive.entry_name"),
    ARCHIVE_LINK("archive.link"),
    ARCHIVE_DUPLICATE_NAME("archive.duplicate_name"),
    ARCHIVE_DAMAGED("archive.damaged"),
    ARCHIVE_TRAILING("archive.trailing"),
    ARCHIVE_ENCRYPTED("archive.encrypted");

    private final String code;

    Reason() {
      this.code = name();
    }

    Reason(String code) {
      this.code = code;
    }

    /** What senders see: hostile input goes by the names of the hostile set. */
    public String code() {
      return code;
    }
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
