package health.lifelong.ingestion.archive.algorithm;

import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Walks the headers of a tar (POSIX ustar) far enough to say what is wrong with it. No door takes a
 * tar: one without fault is an unknown format.
 */
final class TarEntries {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int KIND_AT = 156;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;

  private TarEntries() {}

  /** Returns where the stream is no tar; refuses every tar with the reason that fits best. */
  static void check(InputStream in, ArchiveGuard guard) throws IOException {
    byte[] header = block(in);
    if (header.length < BLOCK || !text(header, MAGIC_AT, 5).equals("ustar")) {
      return;
    }
    for (int entry = 1; header.length == BLOCK && header[0] != 0; entry++) {
      entry(header, "entry " + entry, guard);
      skip(in, size(header));
      header = block(in);
    }
    throw new FileRefusedException(Reason.FORMAT_UNKNOWN, "archive", "a tar is not taken");
  }

  private static void entry(byte[] header, String place, ArchiveGuard guard) throws IOException {
    switch (header[KIND_AT]) {
      case '1', '2', '3', '4', '6' ->
          throw new FileRefusedException(Reason.ARCHIVE_LINK, place, "a link or a device");
      case 0, '0', '5', '7' -> {
        String prefix = text(header, PREFIX_AT, PREFIX);
        String name = text(header, 0, NAME);
        guard.entry(prefix.isEmpty() ? name : prefix + "/" + name);
      }
      // Headers of extensions: longer names and times, not entries of their own.
      default -> {}
    }
  }

  /** A fault of the gzip around it is told where its content is read, with its own reason. */
  private static byte[] block(InputStream in) throws IOException {
    return in.readNBytes(BLOCK);
  }

  private static void skip(InputStream in, long size) throws IOException {
    try {
      in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
    } catch (EOFException cut) {
      throw new FileRefusedException(Reason.ARCHIVE_DAMAGED, "archive", "the tar is cut off");
    }
  }

  private static long size(byte[] header) throws FileRefusedException {
    try {
      return Long.parseLong(text(header, SIZE_AT, SIZE_LENGTH).strip(), 8);
    } catch (NumberFormatException e) {
      throw new FileRefusedException(Reason.ARCHIVE_DAMAGED, "archive", "an entry has no size");
    }
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.ISO_8859_1);
  }
}
