package health.lifelong.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the bytes of the requests that data/hostile/http describes in words. */
public final class HttpCases {
  private HttpCases() {}

  /**
   * One operation of a service.
   *
   * @param path with every parameter filled in by something that exists
   * @param token of somebody who may
   * @param mediaType of the body, for an operation that takes one
   * @param body a good one
   * @param stranger a person whom the caller may not know of
   */
  public record Operation(
      String method, String path, String token, String mediaType, String body, String stranger) {
    boolean takesBody() {
      return !mediaType.isEmpty();
    }
  }

  /**
   * The request of a case for this operation; null where the case is not about such an operation.
   */
  public static byte @Nullable [] request(JsonNode test, Operation at) {
    String category = test.get("cat").asText();
    String request = test.get("request").asText();
    boolean wantsBody = category.equals("framing") || category.equals("body");
    if (category.equals("idempotency") || wantsBody != at.takesBody()) {
      return null;
    }
    return switch (category) {
      case "framing" -> framing(request, at);
      case "body" -> body(request, at);
      case "header" -> header(request, at);
      default -> line(request, at);
    };
  }

  private static byte[] line(String request, Operation at) {
    String[] parts = request.split(" HTTP/1\\.1", 2);
    String line =
        parts[0]
            .replace("/{resource}", at.path())
            .replace("<uuid of another person>", at.stranger())
            .replace("<uuid>", at.stranger());
    List<String> headers = new ArrayList<>();
    headers.add("Host: localhost");
    if (parts.length > 1 && parts[1].contains("+ ")) {
      headers.add(parts[1].substring(parts[1].indexOf("+ ") + 2));
    }
    return bytes(line, headers, at, new byte[0]);
  }

  private static byte[] header(String request, Operation at) {
    List<String> headers = new ArrayList<>();
    int kilobytes = number(request, "of (\\d+) kB");
    if (request.startsWith("header block")) {
      for (int i = 0; i < kilobytes; i++) {
        headers.add("X-Fill-" + i + ": " + "x".repeat(1_000));
      }
    } else if (request.startsWith("cookie")) {
      headers.add("Cookie: c=" + "x".repeat(kilobytes << 10));
    } else {
      headers.add(request);
    }
    if (headers.stream().noneMatch(it -> it.toLowerCase(Locale.ROOT).startsWith("host:"))) {
      headers.addFirst("Host: localhost");
    }
    return bytes(at.method() + " " + at.path(), headers, at, new byte[0]);
  }

  private static byte[] framing(String request, Operation at) {
    List<String> headers = new ArrayList<>(List.of("Host: localhost"));
    headers.add("Content-Type: " + at.mediaType());
    String body = at.body();
    if (request.startsWith("chunk size 0x")) {
      headers.add("Transfer-Encoding: chunked");
      body = request.substring("chunk size 0x".length()) + "\r\nx\r\n0\r\n\r\n";
    } else if (request.startsWith("header folded")) {
      headers.add("Content-Length: " + body.length());
      headers.add("X-Folded: one\r\n two");
    } else {
      headers.addAll(List.of(request.split(" and ")));
    }
    return bytes(at.method() + " " + at.path(), headers, at, utf8(body));
  }

  private static byte[] body(String request, Operation at) {
    List<String> headers = new ArrayList<>(List.of("Host: localhost"));
    byte[] body = utf8(at.body());
    if (request.startsWith("body of")) {
      body = new byte[number(request, "of (\\d+) MiB") * (1 << 20) + 1];
      java.util.Arrays.fill(body, (byte) ' ');
      headers.add("Content-Type: " + at.mediaType());
    } else if (request.startsWith("multipart")) {
      String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
      body = utf8(part.repeat(number(request.replace(",", ""), "with (\\d+) parts")) + "--b--\r\n");
      headers.add("Content-Type: multipart/form-data; boundary=b");
    } else if (request.startsWith("Content-Encoding")) {
      headers.add(request.split(",", 2)[0]);
      headers.add("Content-Type: " + at.mediaType());
    } else if (request.startsWith("Content-Type: ")) {
      headers.add(request.split(" with ", 2)[0]);
    }
    headers.add("Content-Length: " + body.length);
    return bytes(at.method() + " " + at.path(), headers, at, body);
  }

  private static byte[] bytes(String line, List<String> headers, Operation at, byte[] body) {
    StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("Authorization: Bearer ").append(at.token()).append("\r\n\r\n");
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(utf8(head.toString()));
    request.writeBytes(body);
    return request.toByteArray();
  }

  private static int number(String text, String pattern) {
    java.util.regex.Matcher matcher = java.util.regex.Pattern.compile(pattern).matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
