package health.lifelong.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that sends exactly the bytes it is given, which no well-behaved client would. */
public final class RawHttp {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int CLOSING_MILLIS = 200;
  private static final List<Pattern> CODES =
      List.of(
          Pattern.compile("error-reason\",\"code\":\"([^\"]+)\""),
          Pattern.compile("error-reason\"[^>]*>\\s*<code value=\"([^\"]+)\""),
          Pattern.compile("\"(?:reason|code)\":\"([^\"]+)\""));

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param status 0 where the connection ended without an answer
   * @param text status line, headers and body
   * @param closed whether the other side ended the connection
   */
  public record Answer(int status, String text, boolean closed, long millis) {
    /** The body, as text; chunk sizes, where there are any, stay in it. */
    public String body() {
      int end = text.indexOf("\r\n\r\n");
      return end < 0 ? "" : text.substring(end + 4);
    }

    /**
     * The reason that an answer states: of a FHIR OperationOutcome in JSON or XML, a receipt or a
     * problem; empty where there is none.
     */
    public String code() {
      for (Pattern place : CODES) {
        Matcher code = place.matcher(body());
        if (code.find()) {
          return code.group(1);
        }
      }
      return "";
    }
  }

  /** Sends the bytes and reads one answer. */
  public static Answer send(int port, byte[] request) throws IOException {
    long begun = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      boolean written = write(socket, request);
      ByteArrayOutputStream in = new ByteArrayOutputStream();
      boolean closed = read(socket.getInputStream(), in) || !written;
      long millis = (System.nanoTime() - begun) / 1_000_000;
      closed = closed || ends(socket);
      String text = in.toString(StandardCharsets.UTF_8);
      int status =
          text.startsWith("HTTP/1.") && text.length() > 12
              ? Integer.parseInt(text.substring(9, 12))
              : 0;
      return new Answer(status, text, closed, millis);
    }
  }

  /** A server that has seen enough may answer and close before everything is written. */
  private static boolean write(Socket socket, byte[] request) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      return true;
    } catch (IOException answeredEarly) {
      return false;
    }
  }

  private static boolean read(InputStream in, ByteArrayOutputStream answer) {
    byte[] buffer = new byte[1 << 16];
    try {
      while (!whole(answer)) {
        int count = in.read(buffer);
        if (count < 0) {
          return true;
        }
        answer.write(buffer, 0, count);
      }
      return answer
          .toString(StandardCharsets.UTF_8)
          .toLowerCase(Locale.ROOT)
          .contains("connection: close");
    } catch (IOException ended) {
      return true;
    }
  }

  /** Whether the other side ends the connection right after its answer. */
  private static boolean ends(Socket socket) {
    try {
      socket.setSoTimeout(CLOSING_MILLIS);
      return socket.getInputStream().read() < 0;
    } catch (IOException staysOpen) {
      return false;
    }
  }

  private static boolean whole(ByteArrayOutputStream answer) {
    String text = answer.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return false;
    }
    String head = text.substring(0, end).toLowerCase(Locale.ROOT);
    int length = head.indexOf("content-length:");
    if (length >= 0) {
      String digits = head.substring(length + 15).split("\r\n", 2)[0].strip();
      return text.length() - end - 4 >= Integer.parseInt(digits);
    }
    return head.contains("transfer-encoding: chunked")
        ? text.endsWith("0\r\n\r\n")
        : head.contains(" 204 ");
  }
}
