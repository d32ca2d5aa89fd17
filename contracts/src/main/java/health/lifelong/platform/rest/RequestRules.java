package health.lifelong.platform.rest;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.JsonRules;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of {@link RequestGuard}, one after another; each has its reason. */
final class RequestRules {
  private static final int MAX_HEADERS = 100;
  private static final int HEX = 16;
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private RequestRules() {}

  /** Why the request is refused; null where it may go on. */
  static @Nullable ErrorReason refusal(
      HttpServerRequest request, Set<String> queryParameters, Set<String> hosts, boolean upload) {
    if (!METHODS.contains(request.method().name())) {
      return ErrorReason.ERROR_REASON_METHOD_NOT_ALLOWED;
    }
    MultiMap headers = request.headers();
    if (headers.size() > MAX_HEADERS) {
      return ErrorReason.ERROR_REASON_HEADERS_TOO_LARGE;
    }
    // Which of two tokens a proxy before us had looked at, nobody could tell.
    boolean twice = headers.getAll(HttpHeaders.AUTHORIZATION).size() > 1;
    if (twice || !isPath(request.uri()) || !isHost(request, hosts)) {
      return ErrorReason.ERROR_REASON_ARGUMENT_INVALID;
    }
    if (isApi(request.uri()) && !isQuery(request.params(), queryParameters)) {
      return ErrorReason.ERROR_REASON_ARGUMENT_INVALID;
    }
    return body(headers, upload);
  }

  private static @Nullable ErrorReason body(MultiMap headers, boolean upload) {
    String transfer = headers.get(HttpHeaders.TRANSFER_ENCODING);
    if (transfer != null && !transfer.equalsIgnoreCase("chunked")) {
      return ErrorReason.ERROR_REASON_ARGUMENT_INVALID;
    }
    String length = headers.get(HttpHeaders.CONTENT_LENGTH);
    long bytes = length == null ? 0 : Long.parseLong(length);
    if (bytes > JsonRules.MAX_BYTES && !upload) {
      return ErrorReason.ERROR_REASON_TOO_LARGE;
    }
    if (bytes == 0 && transfer == null) {
      return null;
    }
    String coding = headers.get(HttpHeaders.CONTENT_ENCODING);
    String type = headers.get(HttpHeaders.CONTENT_TYPE);
    boolean plain = coding == null || coding.equalsIgnoreCase("identity");
    boolean told = type != null && !type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    return plain && told ? null : ErrorReason.ERROR_REASON_FORMAT_UNKNOWN;
  }

  private static boolean isApi(String uri) {
    return uri.startsWith("/v1/") || uri.startsWith("/fhir");
  }

  /** Every parameter is one that is taken, and stands once. */
  private static boolean isQuery(MultiMap parameters, Set<String> taken) {
    return taken.containsAll(parameters.names())
        && parameters.size() == new HashSet<>(parameters.names()).size();
  }

  private static boolean isHost(HttpServerRequest request, Set<String> hosts) {
    return hosts.isEmpty()
        || (request.authority() != null && hosts.contains(request.authority().host()));
  }

  /**
   * A path that every reader takes for the same: no dot segments, empty segments or backslashes,
   * and percent escapes of valid UTF-8 without control characters.
   */
  private static boolean isPath(String uri) {
    int end = uri.indexOf('?');
    String path = end < 0 ? uri : uri.substring(0, end);
    String decoded = decoded(path);
    if (decoded == null || decoded.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == '\\')) {
      return false;
    }
    return !path.contains("//")
        && !(decoded + "/").contains("/../")
        && !(decoded + "/").contains("/./");
  }

  private static @Nullable String decoded(String path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '%') {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.ISO_8859_1));
        continue;
      }
      boolean whole = i + 2 < path.length();
      int high = whole ? Character.digit(path.charAt(i + 1), HEX) : -1;
      int low = whole ? Character.digit(path.charAt(i + 2), HEX) : -1;
      if (high < 0 || low < 0) {
        return null;
      }
      bytes.write(high * HEX + low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
