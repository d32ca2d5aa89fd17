package health.lifelong.platform;

import health.lifelong.common.v1.ErrorReason;
import io.grpc.Status;

/**
 * The faces of what is refused before it is understood: hostile or broken JSON, XML, archives,
 * texts and requests. Their names are those of the hostile set ({@code json.duplicate_key}), so
 * that a sender's engineers and its expectations speak of the same thing.
 */
final class InputRefusals {
  private InputRefusals() {}

  /** The faces of one of these reasons; HL7 has none of them. */
  static ErrorCatalogue.Entry of(ErrorReason reason) {
    return switch (reason) {
      case ERROR_REASON_JSON_SYNTAX ->
          entry(reason, "json.syntax", 400, "Not JSON in UTF-8", "UTF-8로 된 JSON이 아니에요");
      case ERROR_REASON_JSON_DUPLICATE_KEY ->
          entry(
              reason,
              "json.duplicate_key",
              400,
              "The same name twice in one object",
              "한 객체에 같은 이름이 두 번 있어요");
      case ERROR_REASON_JSON_TRAILING_CONTENT ->
          entry(
              reason,
              "json.trailing_content",
              400,
              "Something follows the value",
              "값 뒤에 다른 내용이 있어요");
      case ERROR_REASON_JSON_TOO_DEEP ->
          entry(reason, "json.too_deep", 400, "Nested too deep", "너무 깊게 겹쳐 있어요");
      case ERROR_REASON_JSON_UNKNOWN_FIELD ->
          entry(
              reason,
              "json.unknown_field",
              422,
              "A name that does not belong here",
              "여기에 없는 항목이에요");
      case ERROR_REASON_VALUE_OUT_OF_RANGE ->
          entry(
              reason,
              "value.out_of_range",
              422,
              "A number beyond what its field holds",
              "항목이 담을 수 없는 수예요");
      case ERROR_REASON_TYPE_MISMATCH ->
          entry(
              reason,
              "type.mismatch",
              422,
              "A value of another type is due here",
              "다른 종류의 값이 필요해요");
      case ERROR_REASON_TEXT_CONTROL_CHARACTER ->
          entry(
              reason,
              "text.control_character",
              422,
              "A text with a control character",
              "제어 문자가 들어 있어요");
      case ERROR_REASON_TEXT_INVALID_UNICODE ->
          entry(
              reason, "text.invalid_unicode", 422, "A text with half a character", "깨진 글자가 들어 있어요");
      case ERROR_REASON_TEXT_TOO_LONG ->
          entry(reason, "text.too_long", 422, "A text longer than its field", "항목보다 긴 글이에요");
      case ERROR_REASON_TEXT_NOT_A_NAME ->
          entry(reason, "text.not_a_name", 422, "Not the name of a person", "사람 이름이 아니에요");
      case ERROR_REASON_XML_SYNTAX ->
          entry(reason, "xml.syntax", 400, "Not well-formed XML 1.0", "올바른 XML 1.0이 아니에요");
      case ERROR_REASON_XML_TOO_DEEP ->
          entry(reason, "xml.too_deep", 400, "Nested too deep", "너무 깊게 겹쳐 있어요");
      case ERROR_REASON_XML_TOO_MANY_ATTRIBUTES ->
          entry(reason, "xml.too_many_attributes", 400, "Too many attributes", "속성이 너무 많아요");
      case ERROR_REASON_XML_TOO_LARGE_TOKEN ->
          entry(reason, "xml.too_large_token", 400, "A name is too long", "이름이 너무 길어요");
      case ERROR_REASON_XML_UNKNOWN_ELEMENT ->
          entry(reason, "xml.unknown_element", 422, "An element that is not taken", "받지 않는 요소예요");
      case ERROR_REASON_XML_NAMESPACE ->
          entry(reason, "xml.namespace", 422, "An element outside its namespace", "이름공간이 맞지 않아요");
      case ERROR_REASON_FHIR_NARRATIVE_NOT_ALLOWED ->
          entry(
              reason,
              "fhir.narrative_not_allowed",
              422,
              "Active content in a narrative",
              "설명 글에 실행되는 내용이 있어요");
      case ERROR_REASON_ARCHIVE_RATIO ->
          entry(
              reason, "archive.ratio", 422, "Unpacks to too many times its size", "압축을 풀면 너무 커져요");
      case ERROR_REASON_ARCHIVE_NESTED ->
          entry(
              reason, "archive.nested", 422, "An archive inside an archive", "압축 파일 안에 압축 파일이 있어요");
      case ERROR_REASON_ARCHIVE_TOO_MANY_ENTRIES ->
          entry(reason, "archive.too_many_entries", 422, "Too many entries", "파일이 너무 많이 들어 있어요");
      case ERROR_REASON_ARCHIVE_ENTRY_NAME ->
          entry(
              reason,
              "archive.entry_name",
              422,
              "An entry with an unsafe name",
              "안전하지 않은 파일 이름이 있어요");
      case ERROR_REASON_ARCHIVE_LINK ->
          entry(reason, "archive.link", 422, "An entry is a link", "링크가 들어 있어요");
      case ERROR_REASON_ARCHIVE_DUPLICATE_NAME ->
          entry(
              reason,
              "archive.duplicate_name",
              422,
              "Two entries of one name",
              "같은 이름의 파일이 두 개 있어요");
      case ERROR_REASON_ARCHIVE_DAMAGED ->
          entry(reason, "archive.damaged", 422, "The archive is damaged or cut off", "압축 파일이 깨졌어요");
      case ERROR_REASON_ARCHIVE_TRAILING ->
          entry(
              reason,
              "archive.trailing",
              422,
              "Bytes follow the end of the archive",
              "압축 파일 뒤에 다른 내용이 있어요");
      case ERROR_REASON_ARCHIVE_ENCRYPTED ->
          entry(reason, "archive.encrypted", 422, "An entry is encrypted", "암호가 걸린 파일이 있어요");
      case ERROR_REASON_METHOD_NOT_ALLOWED ->
          entry(reason, "http.method", 405, "This method is not used here", "쓰지 않는 방식이에요");
      case ERROR_REASON_HEADERS_TOO_LARGE ->
          entry(reason, "http.headers_too_large", 431, "The headers are too large", "머리글이 너무 커요");
      case ERROR_REASON_URL_TOO_LONG ->
          entry(reason, "http.url_too_long", 414, "The address is too long", "주소가 너무 길어요");
      default -> throw new IllegalArgumentException(reason + " is told by the catalogue itself");
    };
  }

  private static ErrorCatalogue.Entry entry(
      ErrorReason reason, String shown, int http, String title, String titleKo) {
    Status.Code grpc =
        switch (http) {
          case 405 -> Status.Code.UNIMPLEMENTED;
          case 413, 414, 431 -> Status.Code.RESOURCE_EXHAUSTED;
          default -> Status.Code.INVALID_ARGUMENT;
        };
    return new ErrorCatalogue.Entry(reason, shown, http, grpc, "", 0, title, titleKo);
  }
}
