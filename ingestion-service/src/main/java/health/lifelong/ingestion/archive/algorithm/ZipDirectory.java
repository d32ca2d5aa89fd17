package health.lifelong.ingestion.archive.algorithm;

import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The directory at the end of a zip, which says what the entries themselves do not: that one is a
 * link. An archive that was cut off has none, and is read as far as it goes.
 */
public final class ZipDirectory {
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_SIZE = 22;
  private static final int TAIL = 0xFFFF + END_SIZE + 20;
  private static final int LINK = 0xA000;
  private static final int KIND = 0xF000;

  private ZipDirectory() {}

  /** Opens the archive from its start; called up to three times. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  /** Checks every entry of the directory: no link, no encryption, names by {@code guard}. */
  public static void check(Opener archive, ArchiveGuard guard) throws IOException {
    byte[] tail = new byte[TAIL];
    long length = 0;
    try (InputStream in = archive.open()) {
      byte[] chunk = new byte[1 << 16];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        for (int i = Math.max(0, n - TAIL); i < n; i++) {
          tail[(int) ((length + i) % TAIL)] = chunk[i];
        }
        length += n;
      }
    }
    ByteBuffer end = unrolled(tail, length);
    for (int at = end.limit() - END_SIZE; at >= 0; at--) {
      boolean found = end.getInt(at) == END && at + END_SIZE + u16(end, at + 20) <= end.limit();
      if (found) {
        entries(archive, guard, start(archive, end, at), count(end, at));
        return;
      }
    }
  }

  /** What a fault of the JDK's reader means; encryption it tells by its words alone. */
  public static Reason faultOf(Exception fault) {
    return String.valueOf(fault.getMessage()).contains("encrypted")
        ? Reason.ARCHIVE_ENCRYPTED
        : Reason.ARCHIVE_DAMAGED;
  }

  private static ByteBuffer unrolled(byte[] ring, long length) {
    int size = (int) Math.min(length, TAIL);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = ring[(int) ((length - size + i) % TAIL)];
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long start(Opener archive, ByteBuffer end, int at) throws IOException {
    long offset = Integer.toUnsignedLong(end.getInt(at + 16));
    boolean large = at >= 20 && end.getInt(at - 20) == LOCATOR_64;
    if (offset != 0xFFFFFFFFL || !large) {
      return offset;
    }
    try (InputStream in = archive.open()) {
      in.skipNBytes(end.getLong(at - 12));
      ByteBuffer end64 = ByteBuffer.wrap(in.readNBytes(56)).order(ByteOrder.LITTLE_ENDIAN);
      if (end64.limit() < 56 || end64.getInt(0) != END_64) {
        throw damaged();
      }
      return end64.getLong(48);
    }
  }

  /**
   * The number of entries as far as 16 bits tell; the entries are read until another signature
   * comes.
   */
  private static int count(ByteBuffer end, int at) {
    return u16(end, at + 10);
  }

  private static void entries(Opener archive, ArchiveGuard guard, long start, int count)
      throws IOException {
    try (DataInputStream in = new DataInputStream(archive.open())) {
      in.skipNBytes(start);
      int seen = 0;
      while (true) {
        byte[] fixed = in.readNBytes(46);
        ByteBuffer head = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
        if (fixed.length < 46 || head.getInt(0) != ENTRY) {
          if ((seen & 0xFFFF) != count) {
            throw damaged();
          }
          return;
        }
        byte[] name = in.readNBytes(u16(head, 28));
        in.skipNBytes(u16(head, 30) + u16(head, 32));
        String place = "entry " + ++seen;
        if ((u16(head, 8) & 1) == 1) {
          throw new FileRefusedException(Reason.ARCHIVE_ENCRYPTED, place, "an encrypted entry");
        }
        if (((head.getInt(38) >>> 16) & KIND) == LINK) {
          throw new FileRefusedException(Reason.ARCHIVE_LINK, place, "a link");
        }
        guard.entry(new String(name, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static int u16(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static FileRefusedException damaged() {
    return new FileRefusedException(Reason.ARCHIVE_DAMAGED, "directory", "the archive is damaged");
  }
}
