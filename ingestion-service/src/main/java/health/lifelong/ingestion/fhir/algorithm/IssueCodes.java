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
      case MALFORMED,
          ENCODING_INVALID,
          DELIMITERS_INVALID,
          ROW_SHAPE,
          JSON_SYNTAX,
          JSON_DUPLICATE_KEY,
          JSON_TRAILING_CONTENT,
          JSON_TOO_DEEP,
          JSON_UNKNOWN_FIELD,
          TYPE_MISMATCH,
          XML_SYNTAX,
          XML_TOO_DEEP,
          XML_TOO_MANY_ATTRIBUTES,
          XML_TOO_LARGE_TOKEN,
          XML_UNKNOWN_ELEMENT,
          XML_NAMESPACE ->
          "structure";
      case DOCTYPE_REFUSED,
          FHIR_NARRATIVE_NOT_ALLOWED,
          ARCHIVE_RATIO,
          ARCHIVE_NESTED,
          ARCHIVE_TOO_MANY_ENTRIES,
          ARCHIVE_ENTRY_NAME,
          ARCHIVE_LINK,
          ARCHIVE_DUPLICATE_NAME,
          ARCHIVE_DAMAGED,
          ARCHIVE_TRAILING,
          ARCHIVE_ENCRYPTED ->
          "security";
      case TYPE_UNSUPPORTED, VERSION_UNSUPPORTED, FORMAT_UNKNOWN, BUILD_UNKNOWN -> "not-supported";
      case FIELD_MISSING, PERSON_MISSING -> "required";
      case VALUE_INVALID,
          NOTHING_USABLE,
          VALUE_OUT_OF_RANGE,
          TEXT_CONTROL_CHARACTER,
          TEXT_INVALID_UNICODE,
          TEXT_NOT_A_NAME ->
          "value";
      case TABLE_VALUE_UNKNOWN -> "code-invalid";
      case TARGET_UNKNOWN, SAMPLE_UNKNOWN -> "not-found";
      case TOO_LARGE, TEXT_TOO_LONG -> "too-long";
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
          DUPLICATE_IN_BATCH,
          JSON_SYNTAX,
          JSON_DUPLICATE_KEY,
          JSON_TRAILING_CONTENT,
          JSON_TOO_DEEP,
          XML_SYNTAX,
          XML_TOO_DEEP,
          XML_TOO_MANY_ATTRIBUTES,
          XML_TOO_LARGE_TOKEN ->
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
          NOTHING_USABLE,
          JSON_UNKNOWN_FIELD,
          VALUE_OUT_OF_RANGE,
          TYPE_MISMATCH,
          TEXT_CONTROL_CHARACTER,
          TEXT_INVALID_UNICODE,
          TEXT_TOO_LONG,
          TEXT_NOT_A_NAME,
          XML_UNKNOWN_ELEMENT,
          XML_NAMESPACE,
          FHIR_NARRATIVE_NOT_ALLOWED,
          ARCHIVE_RATIO,
          ARCHIVE_NESTED,
          ARCHIVE_TOO_MANY_ENTRIES,
          ARCHIVE_ENTRY_NAME,
          ARCHIVE_LINK,
          ARCHIVE_DUPLICATE_NAME,
          ARCHIVE_DAMAGED,
          ARCHIVE_TRAILING,
          ARCHIVE_ENCRYPTED ->
          "422 Unprocessable Content";
    };
  }
}
