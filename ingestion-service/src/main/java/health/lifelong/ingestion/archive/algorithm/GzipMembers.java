package health.lifelong.ingestion.archive.algorithm;

import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Every member of a gzip stream, one after another (RFC 1952; bgzip writes one member per 64 KiB).
 * The JDK's own stream ends early where the source has nothing at hand between two members.
 */
public final class GzipMembers extends InputStream {
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CRC = 2;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[1 << 16];
  private int from;
  private int to;
  private boolean inMember;
  private boolean done;
  private boolean blocked;
  private long memberLength;

  /** Reads the first header. */
  public GzipMembers(InputStream in) throws IOException {
    this.in = in;
    header();
  }

  /** True where this is bgzip and the empty block that ends such a file is absent. */
  public boolean endMissing() {
    return done && blocked && memberLength > 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    // Asked for nothing, the inflater gives nothing, which would look like a want of input.
    if (length == 0) {
      return 0;
    }
    while (!done) {
      if (!inMember && !nextMember()) {
        break;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        crc.update(target, offset, count);
        memberLength += count;
        return count;
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(target, offset, length);
      if (count > 0) {
        return count;
      }
      if (inflater.finished()) {
        from = to - inflater.getRemaining();
        trailer();
        return 0;
      }
      if (inflater.needsDictionary()) {
        throw damaged();
      }
      if (!fill()) {
        throw new FileRefusedException(Reason.ARCHIVE_DAMAGED, "archive", "the gzip stream is cut");
      }
      inflater.setInput(input, from, to - from);
      return 0;
    } catch (DataFormatException e) {
      throw damaged();
    }
  }

  private static FileRefusedException damaged() {
    return new FileRefusedException(
        Reason.ARCHIVE_DAMAGED, "archive", "the gzip stream is damaged");
  }

  private static FileRefusedException trailing() {
    return new FileRefusedException(
        Reason.ARCHIVE_TRAILING, "archive", "something follows the gzip stream");
  }

  private boolean nextMember() throws IOException {
    if (from == to && !fill()) {
      done = true;
      return false;
    }
    if (input[from] == 0) {
      padding();
      return false;
    }
    if (input[from] != 0x1F) {
      throw trailing();
    }
    header();
    return true;
  }

  private void padding() throws IOException {
    do {
      while (from < to) {
        if (input[from++] != 0) {
          throw trailing();
        }
      }
    } while (fill());
    done = true;
  }

  private void header() throws IOException {
    if (octet() != 0x1F || octet() != 0x8B || octet() != 8) {
      throw damaged();
    }
    int flags = octet();
    for (int i = 0; i < 6; i++) {
      octet();
    }
    if ((flags & EXTRA) != 0) {
      extra(octet() | octet() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      octet();
      octet();
    }
    inflater.reset();
    inflater.setInput(input, from, to - from);
    crc.reset();
    memberLength = 0;
    inMember = true;
  }

  private void extra(int length) throws IOException {
    int left = length;
    while (left >= 4) {
      int first = octet();
      int second = octet();
      int size = octet() | octet() << 8;
      blocked |= first == 'B' && second == 'C';
      left -= 4;
      for (int i = 0; i < size && left > 0; i++, left--) {
        octet();
      }
    }
    for (; left > 0; left--) {
      octet();
    }
  }

  private void skipText() throws IOException {
    while (octet() != 0) {
      // a file name or comment of the archive: no use for it
    }
  }

  private void trailer() throws IOException {
    long sum = word();
    long length = word();
    if (sum != crc.getValue() || length != (memberLength & 0xFFFF_FFFFL)) {
      throw damaged();
    }
    inMember = false;
  }

  private long word() throws IOException {
    return octet() | octet() << 8 | octet() << 16 | (long) octet() << 24;
  }

  private int octet() throws IOException {
    if (from == to && !fill()) {
      throw new FileRefusedException(Reason.ARCHIVE_DAMAGED, "archive", "the gzip stream is cut");
    }
    return input[from++] & 0xFF;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(input, 0, input.length));
    return to > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
