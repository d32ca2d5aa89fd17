package health.lifelong.local.push;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Sends HL7 v2 messages one at a time, as a centre's interface engine does, and reads the
 * acknowledgements.
 */
public final class MllpSender implements AutoCloseable {
  private static final int START = 0x0B;
  private static final int END = 0x1C;
  private static final int CARRIAGE_RETURN = 0x0D;
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /** To a door that asks for no certificate. */
  public MllpSender(int port) throws IOException {
    this(SocketFactory.getDefault(), port);
  }

  /** To a door, by the sockets of the centre that knocks. */
  public MllpSender(SocketFactory sockets, int port) throws IOException {
    socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /**
   * An acknowledgement.
   *
   * @param ownId MSH-10 of the answer: the receipt, where the message was stored
   * @param duplicate the same message was here before
   */
  public record Ack(String code, String ownId, boolean duplicate, List<Err> errors) {
    public Ack {
      errors = List.copyOf(errors);
    }
  }

  /** One ERR segment. */
  public record Err(String path, String reason, String severity) {}

  /** Sends one message and waits for its answer. */
  public Ack send(byte[] message) throws IOException {
    byte[] framed = new byte[message.length + 3];
    framed[0] = START;
    System.arraycopy(message, 0, framed, 1, message.length);
    framed[message.length + 1] = END;
    framed[message.length + 2] = CARRIAGE_RETURN;
    out.write(framed);
    out.flush();
    return read(frame());
  }

  private byte[] frame() throws IOException {
    int b = in.read();
    while (b != START) {
      if (b < 0) {
        throw new EOFException("the door closed the connection without an answer");
      }
      b = in.read();
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    for (b = in.read(); b != END; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the door closed the connection inside an answer");
      }
      frame.write(b);
    }
    if (in.read() < 0) {
      throw new EOFException("the answer's end mark is cut off");
    }
    return frame.toByteArray();
  }

  private static Ack read(byte[] frame) {
    String[] segments = new String(frame, StandardCharsets.ISO_8859_1).split("\r");
    String separator = segments[0].length() > 3 ? segments[0].substring(3, 4) : "|";
    String component = segments[0].length() > 4 ? segments[0].substring(4, 5) : "^";
    String code = "";
    String text = "";
    List<Err> errors = new ArrayList<>();
    for (String segment : segments) {
      String[] fields = segment.split(java.util.regex.Pattern.quote(separator), -1);
      if (fields[0].equals("MSA")) {
        code = field(fields, 1);
        text = field(fields, 3);
      } else if (fields[0].equals("ERR")) {
        errors.add(error(fields, component));
      }
    }
    String ownId = field(segments[0].split(java.util.regex.Pattern.quote(separator), -1), 9);
    boolean duplicate =
        text.equals("duplicate")
            || errors.stream()
                .anyMatch(error -> error.severity.equals("I") && error.reason.equals("KEY_REUSED"));
    return new Ack(code, ownId, duplicate, errors);
  }

  private static Err error(String[] fields, String component) {
    String quoted = java.util.regex.Pattern.quote(component);
    if (fields.length <= 2) {
      // Before 2.5 place and code stand together in ERR-1.
      String[] parts = field(fields, 1).split(quoted, -1);
      return new Err(field(parts, 0) + "-" + field(parts, 2), field(parts, 3), "E");
    }
    String[] place = field(fields, 2).split(quoted, -1);
    String path = field(place, 0) + (field(place, 2).isEmpty() ? "" : "-" + field(place, 2));
    String[] condition = field(fields, 3).split(quoted, -1);
    return new Err(
        path,
        field(condition, 3).isEmpty() ? field(condition, 0) : field(condition, 3),
        field(fields, 4));
  }

  private static String field(String[] fields, int index) {
    return index < fields.length ? fields[index] : "";
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
