package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file as sent: plain, gzip or bgzip of any number of members, or a zip archive with
 * one file, told by the first bytes. Keeps the SHA-256 of what was sent and holds the limits of
 * what unpacking may give.
 */
final class BodyStream extends InputStream {
  /** The most text a file may unpack to. */
  static final long MAX_TEXT = 64L << 30;

  private static final long RATIO_FREE = 64L << 20;
  private static final int MAX_RATIO = 500;

  private final MessageDigest digest = sha256();
  private final Counted sent;
  private final InputStream text;
  private final @Nullable GzipMembers gzip;
  private final @Nullable ZipInputStream zip;
  private long count;

  BodyStream(InputStream body) throws IOException {
    sent = new Counted(new DigestInputStream(body, digest));
    BufferedInputStream buffered = new BufferedInputStream(sent, 1 << 16);
    buffered.mark(4);
    byte[] magic = buffered.readNBytes(4);
    buffered.reset();
    boolean gzipped = magic.length >= 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
    boolean zipped = magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3;
    gzip = gzipped ? new GzipMembers(buffered) : null;
    zip = zipped ? onlyFile(new ZipInputStream(buffered)) : null;
    text = gzip != null ? gzip : zip != null ? zip : buffered;
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      count += octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }

  private static ZipInputStream onlyFile(ZipInputStream zip) throws IOException {
    if (nextFile(zip) == null) {
      throw new UnreadableFile(Reason.MALFORMED, "the archive holds no file", 0);
    }
    return zip;
  }

  private static @Nullable ZipEntry nextFile(ZipInputStream zip) throws IOException {
    try {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX/"))) {
        entry = zip.getNextEntry();
      }
      if (entry != null && unsafe(entry.getName())) {
        throw new UnreadableFile(
            Reason.ARCHIVE_UNSAFE, "the archive names a file outside itself", 0);
      }
      return entry;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new UnreadableFile(Reason.MALFORMED, "the archive is damaged or cut", 0);
    }
  }

  private static boolean unsafe(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || name.equals("..")
        || name.startsWith("../")
        || name.contains("/../")
        || name.endsWith("/..");
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read;
    try {
      read = text.read(target, offset, length);
    } catch (ZipException | EOFException e) {
      throw new UnreadableFile(Reason.MALFORMED, "the archive is damaged or cut", 0);
    }
    if (read < 0) {
      if (zip != null && nextFile(zip) != null) {
        throw new UnreadableFile(
            Reason.FORMAT_UNKNOWN, "the archive holds several files; send one", 0);
      }
      return -1;
    }
    count += read;
    if (count > MAX_TEXT) {
      throw new UnreadableFile(Reason.TOO_LARGE, "the file unpacks to more than 64 GiB", 0);
    }
    if (count > RATIO_FREE && count / MAX_RATIO > sent.count) {
      throw new UnreadableFile(
          Reason.ARCHIVE_UNSAFE,
          "the file unpacks to more than %d times its size".formatted(MAX_RATIO),
          0);
    }
    return read;
  }

  /** True where a bgzip file lacks the block that ends it. */
  boolean maybeCut() {
    return gzip != null && gzip.endMissing();
  }

  /** Hex SHA-256 of the bytes as sent; reads what is left of them. */
  String sha256Hex() throws IOException {
    sent.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
