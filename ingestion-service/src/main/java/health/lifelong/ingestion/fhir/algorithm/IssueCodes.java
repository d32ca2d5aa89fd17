package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;

/**
 * How a reason looks in FHIR: a code of value set issue-type, and the HTTP status of the one
 * record.
 */
public final class IssueCodes {
  private IssueCodes() {}

  /** Code of http://hl7.org/fhir/issue-type. */
  public static String issueType(Reason reason) {
    return switch (reason) {
      case MALFORMED, ENCODING_INVALID, DELIMITERS_INVALID, ROW_SHAPE -> "structure";
      case DOCTYPE_REFUSED, ARCHIVE_UNSAFE -> "security";
      case TYPE_UNSUPPORTED, VERSION_UNSUPPORTED, FORMAT_UNKNOWN, BUILD_UNKNOWN -> "not-supported";
      case FIELD_MISSING, PERSON_MISSING -> "required";
      case VALUE_INVALID, NOTHING_USABLE -> "value";
      case TABLE_VALUE_UNKNOWN -> "code-invalid";
      case TARGET_UNKNOWN, SAMPLE_UNKNOWN -> "not-found";
      case TOO_LARGE -> "too-long";
      case DUPLICATE_IN_BATCH -> "duplicate";
      case KEY_REUSED -> "conflict";
    };
  }

  /** Status line of a response entry, as HTTP would answer the resource alone. */
  public static String status(Reason reason) {
    return switch (reason) {
      case MALFORMED,
          ENCODING_INVALID,
          DOCTYPE_REFUSED,
          DELIMITERS_INVALID,
          ARCHIVE_UNSAFE,
          DUPLICATE_IN_BATCH ->
          "400 Bad Request";
      case VERSION_UNSUPPORTED, FORMAT_UNKNOWN -> "415 Unsupported Media Type";
      case TOO_LARGE -> "413 Content Too Large";
      case KEY_REUSED -> "409 Conflict";
      case TYPE_UNSUPPORTED,
          FIELD_MISSING,
          VALUE_INVALID,
          PERSON_MISSING,
          TARGET_UNKNOWN,
          ROW_SHAPE,
          BUILD_UNKNOWN,
          SAMPLE_UNKNOWN,
          TABLE_VALUE_UNKNOWN,
          NOTHING_USABLE ->
          "422 Unprocessable Content";
    };
  }
}
