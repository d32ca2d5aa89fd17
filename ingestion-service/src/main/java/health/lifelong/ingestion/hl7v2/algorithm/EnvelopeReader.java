package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.hl7v2.domain.Delimiters;
import health.lifelong.ingestion.hl7v2.domain.Hl7Envelope;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads MSH from the bytes of a frame, before anything is decoded (ingestion-formats section 2.2:
 * find MSH in ASCII, read MSH-18, decode then).
 */
final class EnvelopeReader {
  private static final int LONGEST_HEADER = 4096;

  private EnvelopeReader() {}

  /**
   * What was found.
   *
   * @param start where the message starts, after a byte-order mark and blank bytes; -1 where it
   *     does not start with MSH
   */
  record Found(Hl7Envelope envelope, int start) {}

  static Found read(byte[] frame) {
    int start = firstByte(frame);
    if (isHeader(frame, start)) {
      return new Found(envelope(header(frame, start)), start);
    }
    // A batch envelope before the message: refused, yet the answer can name the message.
    for (int i = start; i < frame.length - 1; i++) {
      if ((frame[i] == '\r' || frame[i] == '\n') && isHeader(frame, i + 1)) {
        return new Found(envelope(header(frame, i + 1)), -1);
      }
    }
    return new Found(Hl7Envelope.UNREADABLE, -1);
  }

  /** The first byte after a byte-order mark and line ends. */
  static int firstByte(byte[] frame) {
    int start = 0;
    if (frame.length >= 3
        && frame[0] == (byte) 0xEF
        && frame[1] == (byte) 0xBB
        && frame[2] == (byte) 0xBF) {
      start = 3;
    }
    while (start < frame.length
        && (frame[start] == '\r' || frame[start] == '\n' || frame[start] == ' ')) {
      start++;
    }
    return start;
  }

  private static boolean isHeader(byte[] frame, int at) {
    return frame.length >= at + 4
        && frame[at] == 'M'
        && frame[at + 1] == 'S'
        && frame[at + 2] == 'H'
        && frame[at + 3] > ' ';
  }

  private static String header(byte[] frame, int start) {
    int end = start;
    int last = Math.min(frame.length, start + LONGEST_HEADER);
    while (end < last && frame[end] != '\r' && frame[end] != '\n') {
      end++;
    }
    return new String(Arrays.copyOfRange(frame, start, end), StandardCharsets.ISO_8859_1);
  }

  private static Hl7Envelope envelope(String header) {
    char field = header.charAt(3);
    Delimiters delimiters = delimiters(field, Hl7Syntax.part(header, field, 2));
    Hl7Syntax syntax = new Hl7Syntax(delimiters, StandardCharsets.ISO_8859_1);
    Hl7Segment msh = new Hl7Segment(header, 0, header.length(), syntax, 1);
    String type = msh.raw(9);
    String structure = syntax.component(type, 3);
    String event = syntax.component(type, 2);
    int underscore = structure.indexOf('_');
    return new Hl7Envelope(
        delimiters,
        msh.raw(3),
        msh.raw(4),
        msh.raw(5),
        msh.raw(6),
        msh.raw(7),
        syntax.component(type, 1).strip(),
        event.isBlank() && underscore > 0 ? structure.substring(underscore + 1) : event.strip(),
        msh.raw(10).strip().equals(Hl7Syntax.NULL) ? "" : msh.raw(10).strip(),
        syntax.component(msh.raw(11), 1).strip(),
        syntax.component(msh.raw(12), 1).strip(),
        syntax.repetitions(msh.raw(18)));
  }

  /** Missing characters are read as NUL, which no judge takes. */
  private static Delimiters delimiters(char field, String encoding) {
    boolean sized = encoding.length() == 4 || encoding.length() == 5;
    return new Delimiters(
        field,
        at(encoding, 0),
        at(encoding, 1),
        at(encoding, 2),
        sized ? at(encoding, 3) : '\0',
        at(encoding, 4));
  }

  private static char at(String encoding, int index) {
    return index < encoding.length() ? encoding.charAt(index) : '\0';
  }
}
