package health.lifelong.ingestion.hl7v2.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;

/**
 * One ERR segment: where, what (HL7 table 0357) and how bad.
 *
 * @param text words for the interface team; never a value of a person
 */
public record Hl7Error(
    Location location, Condition condition, Severity severity, Reason reason, String text) {

  /**
   * A place in a message; numbers count from 1, and 0 is "not told".
   *
   * @param sequence which of the segments of this name
   */
  public record Location(String segment, int sequence, int field, int repetition, int component) {
    /** A field of a segment. */
    public static Location of(String segment, int sequence, int field) {
      return new Location(segment, sequence, field, 0, 0);
    }

    /** The place for people, such as {@code OBX[3]-5}. */
    public String path() {
      String base = sequence == 0 ? segment : segment + "[" + sequence + "]";
      return field == 0 ? base : base + "-" + field;
    }
  }

  /** HL7 table 0516. */
  public enum Severity {
    ERROR("E"),
    WARNING("W"),
    INFORMATION("I");

    private final String code;

    Severity(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** HL7 table 0357. */
  public enum Condition {
    SEGMENT_SEQUENCE(100, "Segment sequence error"),
    FIELD_MISSING(101, "Required field missing"),
    DATA_TYPE(102, "Data type error"),
    TABLE_VALUE(103, "Table value not found"),
    MESSAGE_TYPE(200, "Unsupported message type"),
    EVENT(201, "Unsupported event code"),
    PROCESSING_ID(202, "Unsupported processing id"),
    VERSION(203, "Unsupported version id"),
    UNKNOWN_KEY(204, "Unknown key identifier"),
    DUPLICATE_KEY(205, "Duplicate key identifier"),
    RECORD_LOCKED(206, "Application record locked"),
    INTERNAL(207, "Application internal error");

    private final int code;
    private final String text;

    Condition(int code, String text) {
      this.code = code;
      this.text = text;
    }

    public int code() {
      return code;
    }

    public String text() {
      return text;
    }
  }
}
