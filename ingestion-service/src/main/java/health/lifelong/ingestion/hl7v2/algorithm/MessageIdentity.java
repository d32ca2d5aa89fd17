package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Hl7Envelope;
import health.lifelong.ingestion.hl7v2.domain.MessageKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells a resend from another message (ingestion-formats section 1): the key names it, the hash
 * says whether its content is the same. A message made anew by its sender may differ in MSH-7 and
 * nowhere else.
 */
public final class MessageIdentity {
  private MessageIdentity() {}

  /** The key of a message within its sender. */
  public static MessageKey key(Hl7Envelope envelope) {
    return new MessageKey(
        envelope.sendingApplication(), envelope.sendingFacility(), envelope.controlId());
  }

  /**
   * Hex SHA-256 of the message without MSH-7, byte-order mark, blank segments and the form of its
   * line ends.
   */
  public static String contentHash(byte[] frame) {
    MessageDigest digest = sha256();
    int start = EnvelopeReader.firstByte(frame);
    boolean headed = EnvelopeReader.read(frame).start() >= 0;
    boolean byLineFeed = !contains(frame, (byte) '\r');
    for (int from = start; from < frame.length; ) {
      int to = from;
      while (to < frame.length && frame[to] != (byte) (byLineFeed ? '\n' : '\r')) {
        to++;
      }
      int first = from < to && frame[from] == '\n' ? from + 1 : from;
      if (first < to) {
        segment(digest, frame, first, to, headed && first == start);
        digest.update((byte) '\r');
      }
      from = to + 1;
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void segment(
      MessageDigest digest, byte[] frame, int from, int to, boolean header) {
    int[] time = header ? messageTime(frame, from, to) : new int[] {to, to};
    digest.update(frame, from, time[0] - from);
    digest.update(frame, time[1], to - time[1]);
  }

  /**
   * Where MSH-7 starts and ends: between the sixth and the seventh separator, the first being MSH-1
   * itself.
   */
  private static int[] messageTime(byte[] frame, int from, int to) {
    byte separator = frame[from + 3];
    int seen = 0;
    int start = to;
    for (int i = from + 3; i < to; i++) {
      if (frame[i] != separator) {
        continue;
      }
      seen++;
      if (seen == 6) {
        start = i + 1;
      }
      if (seen == 7) {
        return new int[] {start, i};
      }
    }
    return new int[] {start, to};
  }

  private static boolean contains(byte[] frame, byte wanted) {
    for (byte b : frame) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
