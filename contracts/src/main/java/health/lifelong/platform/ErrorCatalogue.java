package health.lifelong.platform;

import health.lifelong.common.v1.ErrorReason;
import io.grpc.Status;

/**
 * How each {@link ErrorReason} looks in HTTP, gRPC and HL7. One row a reason; nothing else decides
 * a status.
 */
public final class ErrorCatalogue {
  /** Domain of {@code ErrorInfo} and base of problem types. */
  public static final String DOMAIN = "lifelong.health";

  private ErrorCatalogue() {}

  /**
   * One reason's faces.
   *
   * @param shown the name senders see as {@code code}; that of the reason, but for hostile input
   * @param hl7Acknowledgement AA, AE or AR; empty where HL7 has no such case
   * @param hl7Code code of HL7 table 0357
   */
  public record Entry(
      ErrorReason reason,
      String shown,
      int http,
      Status.Code grpc,
      String hl7Acknowledgement,
      int hl7Code,
      String title,
      String titleKo) {}

  /** The reason without its prefix: how services name it among themselves. */
  public static String code(ErrorReason reason) {
    return reason.name().substring("ERROR_REASON_".length());
  }

  /** Reads a code back; an unknown one is INTERNAL, never a guess. */
  public static ErrorReason reason(String code) {
    for (ErrorReason reason : ErrorReason.values()) {
      if (reason.name().equals("ERROR_REASON_" + code)) {
        return reason;
      }
    }
    return ErrorReason.ERROR_REASON_INTERNAL;
  }

  /** What senders see as {@code code} for a reason that a service behind has named. */
  public static String shown(String code) {
    return of(reason(code)).shown();
  }

  /** Two older reasons are seen by the names that came with hostile input. */
  private static String shown(ErrorReason reason) {
    if (reason == ErrorReason.ERROR_REASON_DOCTYPE_REFUSED) {
      return "xml.doctype";
    }
    return reason == ErrorReason.ERROR_REASON_TOO_LARGE ? "body.too_large" : code(reason);
  }

  /** The faces of a reason. */
  public static Entry of(ErrorReason reason) {
    return switch (reason) {
      case ERROR_REASON_TOKEN_MISSING ->
          entry(reason, 401, Status.Code.UNAUTHENTICATED, "", 0, "Sign in first", "먼저 로그인해 주세요");
      case ERROR_REASON_TOKEN_REJECTED ->
          entry(
              reason,
              401,
              Status.Code.UNAUTHENTICATED,
              "",
              0,
              "This token is not accepted",
              "이 토큰은 쓸 수 없어요");
      case ERROR_REASON_STEP_UP_NEEDED ->
          entry(
              reason,
              401,
              Status.Code.UNAUTHENTICATED,
              "",
              0,
              "Sign in again with two factors",
              "두 단계 인증으로 다시 로그인해 주세요");
      case ERROR_REASON_ACCOUNT_NOT_LINKED ->
          entry(
              reason,
              403,
              Status.Code.PERMISSION_DENIED,
              "",
              0,
              "This account belongs to no person yet: enter the code that your centre gave you",
              "아직 기록과 이어지지 않은 계정이에요. 검진센터에서 받은 코드를 넣어 주세요");
      case ERROR_REASON_HEADER_TOO_LARGE ->
          entry(
              reason,
              431,
              Status.Code.RESOURCE_EXHAUSTED,
              "",
              0,
              "The Authorization header is too large",
              "인증 헤더가 너무 커요");
      case ERROR_REASON_SCOPE_INSUFFICIENT ->
          entry(
              reason,
              403,
              Status.Code.PERMISSION_DENIED,
              "AR",
              207,
              "This role may not do that",
              "이 역할로는 할 수 없어요");
      case ERROR_REASON_NOT_FOUND ->
          entry(
              reason,
              404,
              Status.Code.NOT_FOUND,
              "AE",
              204,
              "Nothing here for you",
              "여기에는 보여 드릴 것이 없어요");
      case ERROR_REASON_CONSENT_MISSING ->
          entry(
              reason,
              403,
              Status.Code.PERMISSION_DENIED,
              "",
              0,
              "Your consent is needed for this",
              "이 기능에는 동의가 필요해요");
      case ERROR_REASON_ARGUMENT_INVALID ->
          entry(
              reason,
              400,
              Status.Code.INVALID_ARGUMENT,
              "AE",
              103,
              "A field is missing or wrong",
              "빠졌거나 잘못된 항목이 있어요");
      case ERROR_REASON_RATE_LIMITED ->
          entry(
              reason,
              429,
              Status.Code.RESOURCE_EXHAUSTED,
              "",
              0,
              "Too many requests, try again later",
              "요청이 많아요. 잠시 뒤 다시 해 주세요");
      case ERROR_REASON_KEY_REUSED ->
          entry(
              reason,
              409,
              Status.Code.ALREADY_EXISTS,
              "AE",
              205,
              "This key was used for other content",
              "다른 내용에 이미 쓰인 키예요");
      case ERROR_REASON_MALFORMED ->
          entry(
              reason,
              400,
              Status.Code.INVALID_ARGUMENT,
              "AR",
              100,
              "Not readable in this format",
              "이 형식으로 읽을 수 없어요");
      case ERROR_REASON_ENCODING_INVALID ->
          entry(
              reason,
              400,
              Status.Code.INVALID_ARGUMENT,
              "AE",
              102,
              "Not valid in the declared character set",
              "선언한 문자 집합에 맞지 않아요");
      case ERROR_REASON_DOCTYPE_REFUSED ->
          entry(
              reason,
              400,
              Status.Code.INVALID_ARGUMENT,
              "",
              0,
              "A DOCTYPE is never read",
              "DOCTYPE이 있는 문서는 읽지 않아요");
      case ERROR_REASON_TYPE_UNSUPPORTED ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "AR",
              200,
              "This type is not taken here",
              "이 종류는 받지 않아요");
      case ERROR_REASON_VERSION_UNSUPPORTED ->
          entry(
              reason,
              415,
              Status.Code.INVALID_ARGUMENT,
              "AR",
              203,
              "This version is not taken",
              "이 버전은 받지 않아요");
      case ERROR_REASON_FIELD_MISSING ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "AE",
              101,
              "A required field is missing",
              "꼭 필요한 항목이 빠졌어요");
      case ERROR_REASON_VALUE_INVALID ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "AE",
              102,
              "A value does not fit its field",
              "항목에 맞지 않는 값이 있어요");
      case ERROR_REASON_PERSON_MISSING ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "AE",
              101,
              "Nobody is named whom this belongs to",
              "누구의 기록인지 알 수 없어요");
      case ERROR_REASON_TARGET_UNKNOWN ->
          entry(
              reason,
              422,
              Status.Code.FAILED_PRECONDITION,
              "AE",
              204,
              "The value to change was never received",
              "바꿀 값을 받은 적이 없어요");
      case ERROR_REASON_ROW_SHAPE ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "",
              0,
              "A row has another number of cells than the header",
              "행의 칸 수가 머리글과 달라요");
      case ERROR_REASON_TOO_LARGE ->
          entry(
              reason,
              413,
              Status.Code.RESOURCE_EXHAUSTED,
              "AR",
              207,
              "Larger than the limit",
              "한도보다 커요");
      case ERROR_REASON_FORMAT_UNKNOWN ->
          entry(
              reason,
              415,
              Status.Code.INVALID_ARGUMENT,
              "",
              0,
              "This file format is not known",
              "알 수 없는 파일 형식이에요");
      case ERROR_REASON_BUILD_UNKNOWN ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "",
              0,
              "The genome build cannot be told",
              "유전체 기준 버전을 알 수 없어요");
      case ERROR_REASON_SAMPLE_UNKNOWN ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "",
              0,
              "Name one sample of this file",
              "파일 안의 검체 하나를 정해 주세요");
      case ERROR_REASON_DELIMITERS_INVALID ->
          entry(
              reason,
              400,
              Status.Code.INVALID_ARGUMENT,
              "AR",
              102,
              "The encoding characters repeat or are missing",
              "구분 문자가 겹치거나 없어요");
      case ERROR_REASON_TABLE_VALUE_UNKNOWN ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "AE",
              103,
              "A table value is not known",
              "표에 없는 값이에요");
      case ERROR_REASON_ARCHIVE_UNSAFE ->
          entry(
              reason,
              400,
              Status.Code.INVALID_ARGUMENT,
              "",
              0,
              "The archive is not safe to open",
              "안전하게 열 수 없는 압축 파일이에요");
      case ERROR_REASON_DUPLICATE_IN_BATCH ->
          entry(
              reason,
              400,
              Status.Code.INVALID_ARGUMENT,
              "",
              0,
              "The same resource stands twice in one transaction",
              "한 묶음에 같은 자원이 두 번 있어요");
      case ERROR_REASON_NOTHING_USABLE ->
          entry(
              reason,
              422,
              Status.Code.INVALID_ARGUMENT,
              "AE",
              102,
              "No value of the record is usable",
              "쓸 수 있는 값이 하나도 없어요");
      case ERROR_REASON_JSON_SYNTAX,
          ERROR_REASON_JSON_DUPLICATE_KEY,
          ERROR_REASON_JSON_TRAILING_CONTENT,
          ERROR_REASON_JSON_TOO_DEEP,
          ERROR_REASON_JSON_UNKNOWN_FIELD,
          ERROR_REASON_VALUE_OUT_OF_RANGE,
          ERROR_REASON_TYPE_MISMATCH,
          ERROR_REASON_TEXT_CONTROL_CHARACTER,
          ERROR_REASON_TEXT_INVALID_UNICODE,
          ERROR_REASON_TEXT_TOO_LONG,
          ERROR_REASON_TEXT_NOT_A_NAME,
          ERROR_REASON_XML_SYNTAX,
          ERROR_REASON_XML_TOO_DEEP,
          ERROR_REASON_XML_TOO_MANY_ATTRIBUTES,
          ERROR_REASON_XML_TOO_LARGE_TOKEN,
          ERROR_REASON_XML_UNKNOWN_ELEMENT,
          ERROR_REASON_XML_NAMESPACE,
          ERROR_REASON_FHIR_NARRATIVE_NOT_ALLOWED,
          ERROR_REASON_ARCHIVE_RATIO,
          ERROR_REASON_ARCHIVE_NESTED,
          ERROR_REASON_ARCHIVE_TOO_MANY_ENTRIES,
          ERROR_REASON_ARCHIVE_ENTRY_NAME,
          ERROR_REASON_ARCHIVE_LINK,
          ERROR_REASON_ARCHIVE_DUPLICATE_NAME,
          ERROR_REASON_ARCHIVE_DAMAGED,
          ERROR_REASON_ARCHIVE_TRAILING,
          ERROR_REASON_ARCHIVE_ENCRYPTED,
          ERROR_REASON_METHOD_NOT_ALLOWED,
          ERROR_REASON_HEADERS_TOO_LARGE,
          ERROR_REASON_URL_TOO_LONG ->
          InputRefusals.of(reason);
      case ERROR_REASON_DEPENDENCY_UNAVAILABLE ->
          entry(
              reason,
              503,
              Status.Code.UNAVAILABLE,
              "",
              0,
              "A part of the service is away, try again",
              "잠시 이용할 수 없어요. 다시 해 주세요");
      case ERROR_REASON_STORAGE_FULL ->
          entry(
              reason,
              507,
              Status.Code.RESOURCE_EXHAUSTED,
              "",
              0,
              "The store is full",
              "저장 공간이 가득 찼어요");
      case ERROR_REASON_AUDIT_UNAVAILABLE ->
          entry(
              reason,
              503,
              Status.Code.UNAVAILABLE,
              "",
              0,
              "The look could not be recorded, so nothing was shown",
              "조회 기록을 남길 수 없어 보여 드리지 않았어요");
      case ERROR_REASON_DEADLINE_EXCEEDED ->
          entry(
              reason,
              504,
              Status.Code.DEADLINE_EXCEEDED,
              "",
              0,
              "The answer did not come in time",
              "제시간에 답이 오지 않았어요");
      case ERROR_REASON_INTERNAL, ERROR_REASON_UNSPECIFIED, UNRECOGNIZED ->
          entry(
              ErrorReason.ERROR_REASON_INTERNAL,
              500,
              Status.Code.INTERNAL,
              "AE",
              207,
              "Our fault; it has been noted",
              "저희 쪽 문제예요. 확인하고 있어요");
    };
  }

  private static Entry entry(
      ErrorReason reason,
      int http,
      Status.Code grpc,
      String acknowledgement,
      int hl7,
      String title,
      String titleKo) {
    return new Entry(reason, shown(reason), http, grpc, acknowledgement, hl7, title, titleKo);
  }
}
