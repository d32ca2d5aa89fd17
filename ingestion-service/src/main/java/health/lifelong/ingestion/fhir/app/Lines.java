package health.lifelong.ingestion.fhir.app;

import health.lifelong.ingestion.fhir.algorithm.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into lines at LF or CRLF. A line beyond the limit is passed over without being
 * kept.
 */
final class Lines {
  private static final int BLOCK = 64 * 1024;

  private final InputStream in;
  private final int limit;
  private final byte[] block = new byte[BLOCK];
  private int blockAt;
  private int blockEnd;
  private byte[] line = new byte[BLOCK];
  private long offset;
  private long number;

  /**
   * @param limit bytes of a line that is kept
   */
  Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** One line without its end. */
  static final class Line {
    private final long number;
    private final long offset;
    private final byte[] bytes;
    private final boolean tooLong;

    Line(long number, long offset, byte[] bytes, boolean tooLong) {
      this.number = number;
      this.offset = offset;
      this.bytes = bytes;
      this.tooLong = tooLong;
    }

    /** Counted from 1, with empty lines. */
    long number() {
      return number;
    }

    /** Of its first byte in the stream. */
    long offset() {
      return offset;
    }

    /** Its own copy. */
    byte[] bytes() {
      return bytes;
    }

    /** True where its bytes were passed over. */
    boolean tooLong() {
      return tooLong;
    }

    boolean isBlank() {
      if (tooLong) {
        return false;
      }
      for (int i = number == 1 ? Utf8.byteOrderMark(bytes, bytes.length) : 0;
          i < bytes.length;
          i++) {
        if (bytes[i] != ' ' && bytes[i] != '\t') {
          return false;
        }
      }
      return true;
    }
  }

  /** The next line; null at the end of the stream. */
  @Nullable Line next() throws IOException {
    if (!fill()) {
      return null;
    }
    long start = offset;
    int length = 0;
    boolean tooLong = false;
    boolean ended = false;
    while (!ended && fill()) {
      int stop = blockAt;
      while (stop < blockEnd && block[stop] != '\n') {
        stop++;
      }
      int run = stop - blockAt;
      tooLong = tooLong || length + run > limit;
      if (!tooLong) {
        length = append(length, run);
      }
      ended = stop < blockEnd;
      offset += run + (ended ? 1 : 0);
      blockAt = stop + (ended ? 1 : 0);
    }
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    number++;
    byte[] bytes = tooLong ? new byte[0] : Arrays.copyOf(line, length);
    return new Line(number, start, bytes, tooLong);
  }

  private int append(int length, int run) {
    if (length + run > line.length) {
      line = Arrays.copyOf(line, Math.min(limit, Math.max(line.length * 2, length + run)));
    }
    System.arraycopy(block, blockAt, line, length, run);
    return length + run;
  }

  private boolean fill() throws IOException {
    if (blockAt < blockEnd) {
      return true;
    }
    blockAt = 0;
    blockEnd = Math.max(0, in.read(block));
    return blockEnd > 0;
  }
}
