package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.archive.algorithm.ArchiveKind;
import health.lifelong.ingestion.archive.algorithm.CountedStream;
import health.lifelong.ingestion.archive.algorithm.GzipMembers;
import health.lifelong.ingestion.archive.algorithm.UnpackingCap;
import health.lifelong.ingestion.archive.algorithm.ZipDirectory;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
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

  private static final UnpackingCap CAP = new UnpackingCap(UnpackingCap.RATIO, MAX_TEXT);

  private final MessageDigest digest = sha256();
  private final CountedStream sent;
  private final InputStream text;
  private final @Nullable GzipMembers gzip;
  private final @Nullable ZipInputStream zip;
  private long count;

  /** An archive that is broken stays so: its first fault is its answer. */
  private @Nullable UnreadableFile fault;

  BodyStream(InputStream body) throws IOException {
    sent = new CountedStream(new DigestInputStream(body, digest));
    BufferedInputStream buffered = new BufferedInputStream(sent, 1 << 16);
    buffered.mark(4);
    byte[] magic = buffered.readNBytes(4);
    buffered.reset();
    try {
      ArchiveKind kind = ArchiveKind.of(magic);
      gzip = kind == ArchiveKind.GZIP ? new GzipMembers(buffered) : null;
      zip = kind == ArchiveKind.ZIP ? onlyFile(new ZipInputStream(buffered)) : null;
      text = gzip != null ? content(gzip) : zip != null ? content(zip) : buffered;
    } catch (FileRefusedException e) {
      throw unreadable(e);
    } catch (ZipException | EOFException e) {
      throw damaged(e);
    }
  }

  /** What is inside must not be an archive again. */
  private static InputStream content(InputStream unpacked) throws IOException {
    BufferedInputStream content = new BufferedInputStream(unpacked, 1 << 16);
    content.mark(ArchiveKind.MAGIC);
    byte[] magic = content.readNBytes(ArchiveKind.MAGIC);
    content.reset();
    if (ArchiveKind.of(magic) != ArchiveKind.PLAIN) {
      throw new UnreadableFile(Reason.ARCHIVE_NESTED, "an archive inside an archive", 0);
    }
    return content;
  }

  private static UnreadableFile unreadable(FileRefusedException refused) {
    return new UnreadableFile(refused.reason(), refused.detail(), 0);
  }

  private static UnreadableFile damaged(Exception zip) {
    return new UnreadableFile(ZipDirectory.faultOf(zip), "the archive is damaged or cut", 0);
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
            Reason.ARCHIVE_ENTRY_NAME, "the archive names a file outside itself", 0);
      }
      return entry;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(e);
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
    if (fault != null) {
      throw fault;
    }
    try {
      return checked(text.read(target, offset, length));
    } catch (UnreadableFile e) {
      fault = e;
    } catch (FileRefusedException e) {
      fault = unreadable(e);
    } catch (ZipException | EOFException e) {
      fault = damaged(e);
    }
    throw fault;
  }

  private int checked(int read) throws IOException {
    if (read < 0 && zip != null && nextFile(zip) != null) {
      throw new UnreadableFile(
          Reason.FORMAT_UNKNOWN, "the archive holds several files; send one", 0);
    }
    count += Math.max(0, read);
    CAP.check(sent.count(), count);
    return read;
  }

  /**
   * A fault of the archive comes before a fault of what is in it: looks through the rest for one.
   */
  UnreadableFile ownFaultOr(UnreadableFile other) throws IOException {
    if (gzip == null && zip == null) {
      return other;
    }
    try {
      transferTo(OutputStream.nullOutputStream());
      return other;
    } catch (UnreadableFile own) {
      return own;
    }
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
