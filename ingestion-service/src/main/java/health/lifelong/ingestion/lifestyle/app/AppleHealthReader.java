package health.lifelong.ingestion.lifestyle.app;

import health.lifelong.ingestion.archive.algorithm.ZipDirectory.Opener;
import health.lifelong.ingestion.lifestyle.algorithm.AppleElements;
import health.lifelong.ingestion.lifestyle.domain.ExportLimits;
import health.lifelong.ingestion.lifestyle.domain.PhoneExport;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Reads an Apple Health export, the XML or the zip around it, as a stream: memory holds 24 bytes a
 * sample of a known signal. Pure: the same bytes give the same reading.
 */
public final class AppleHealthReader {
  private static final int PEEK = 4;

  private final ExportLimits limits;
  private final ZoneId zone;

  /** {@code zone} is the person's, for the rare time that carries no offset. */
  public AppleHealthReader(ExportLimits limits, ZoneId zone) {
    this.limits = limits;
    this.zone = zone;
  }

  /**
   * A reader with the suite's limits; a time without an offset is Korean, and its day marked so.
   */
  public static AppleHealthReader standard() {
    return new AppleHealthReader(ExportLimits.standard(), ZoneId.of("Asia/Seoul"));
  }

  /** Reads a file. */
  public PhoneExport read(Path file) throws IOException {
    return read(() -> Files.newInputStream(file));
  }

  /**
   * Reads an export.
   *
   * @param bytes opened up to four times
   * @throws IOException where the bytes cannot be read from where they are kept
   */
  public PhoneExport read(Opener bytes) throws IOException {
    AppleElements elements = new AppleElements(limits, zone);
    try {
      boolean whole =
          isZip(bytes) ? new AppleArchive(limits).read(bytes, elements) : xml(bytes, elements);
      return new PhoneExport.Read(elements.finish(!whole));
    } catch (FileRefusedException refused) {
      return new PhoneExport.Refused(
          new Rejected(0, refused.place(), refused.reason(), refused.detail()));
    }
  }

  private boolean xml(Opener bytes, AppleElements elements) throws IOException {
    try (InputStream in = new BufferedInputStream(bytes.open(), 1 << 16)) {
      return AppleXml.read(new LimitedStream(in, limits.bytes()), elements);
    }
  }

  private static boolean isZip(Opener bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      byte[] head = in.readNBytes(PEEK);
      if (head.length == 0) {
        throw new FileRefusedException(Reason.MALFORMED, "", "the file is empty");
      }
      return head.length == PEEK
          && head[0] == 'P'
          && head[1] == 'K'
          && head[2] < 16
          && head[3] < 16;
    }
  }
}
