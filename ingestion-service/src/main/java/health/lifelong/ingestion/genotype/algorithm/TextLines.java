package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text, each byte one char (ISO 8859-1), which is enough for all but names; LF and CR LF
 * end a line. A byte order mark of UTF-8 is dropped. Memory is one line and one buffer.
 */
final class TextLines {
  /** The longest line taken, in bytes; a VCF line of 100,000 samples fits. */
  static final int MAX_LINE = 16 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private byte[] pending = new byte[0];
  private int pendingLength;
  private int from;
  private int to;
  private long number;
  private boolean ended = true;

  TextLines(InputStream in) {
    this.in = in;
  }

  /** The next line without its end, or null after the last. */
  @Nullable String next() throws IOException {
    pendingLength = 0;
    while (true) {
      if (from == to && !fill()) {
        if (pendingLength == 0) {
          return null;
        }
        ended = false;
        return line(new byte[0], 0, 0);
      }
      int end = indexOfLineFeed();
      if (end >= 0) {
        int start = from;
        from = end + 1;
        ended = true;
        return line(buffer, start, end);
      }
      keep();
    }
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    if (number == 0 && pendingLength == 0 && startsWithMark()) {
      from = 3;
    }
    return to > from || to > 0 && fill();
  }

  private boolean startsWithMark() {
    return to >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF;
  }

  private int indexOfLineFeed() {
    for (int i = from; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void keep() throws UnreadableFile {
    int count = to - from;
    if (pendingLength + count > MAX_LINE) {
      throw new UnreadableFile(
          Reason.TOO_LARGE, "a line is longer than %d bytes".formatted(MAX_LINE), number + 1);
    }
    if (pendingLength + count > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(pendingLength + count, pending.length * 2));
    }
    System.arraycopy(buffer, from, pending, pendingLength, count);
    pendingLength += count;
    from = to;
  }

  private String line(byte[] source, int start, int end) {
    number++;
    if (pendingLength == 0) {
      int last = end > start && source[end - 1] == '\r' ? end - 1 : end;
      return new String(source, start, last - start, StandardCharsets.ISO_8859_1);
    }
    byte[] whole = Arrays.copyOf(pending, pendingLength + end - start);
    System.arraycopy(source, start, whole, pendingLength, end - start);
    int last = whole[whole.length - 1] == '\r' ? whole.length - 1 : whole.length;
    return new String(whole, 0, last, StandardCharsets.ISO_8859_1);
  }

  /** 1-based number of the line last returned. */
  long number() {
    return number;
  }

  /** Whether the line last returned had a line end. */
  boolean ended() {
    return ended;
  }

  /** The text of a line that may hold more than ASCII. */
  static String utf8(String line) {
    return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
