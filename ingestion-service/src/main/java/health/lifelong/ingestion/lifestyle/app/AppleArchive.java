package health.lifelong.ingestion.lifestyle.app;

import health.lifelong.ingestion.archive.algorithm.ArchiveGuard;
import health.lifelong.ingestion.archive.algorithm.ArchiveKind;
import health.lifelong.ingestion.archive.algorithm.ZipDirectory;
import health.lifelong.ingestion.archive.algorithm.ZipDirectory.Opener;
import health.lifelong.ingestion.lifestyle.algorithm.AppleElements;
import health.lifelong.ingestion.lifestyle.algorithm.UnpackedStream;
import health.lifelong.ingestion.lifestyle.domain.ExportLimits;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Finds the export in its archive by its root element, for its name is localised, and reads it on
 * the way through.
 */
final class AppleArchive {
  private static final Pattern ROOT = Pattern.compile("<HealthData[\\s/>]");
  private static final int PEEK = 1 << 16;

  /** Each workout has a route file, each electrocardiogram a recording. */
  private static final Pattern FOLDERS =
      Pattern.compile(
          "(?:[^/]+/)?(?:workout-routes|electrocardiograms|clinical-records|attachments)/[^/]+");

  private final ExportLimits limits;

  AppleArchive(ExportLimits limits) {
    this.limits = limits;
  }

  private ArchiveGuard guard() {
    return new ArchiveGuard(limits.entries(), FOLDERS, limits.folderEntries());
  }

  /** Returns false where the archive or its XML broke off. */
  boolean read(Opener archive, AppleElements elements) throws IOException {
    ZipDirectory.check(archive, guard());
    UnpackedStream.Packed packed =
        new UnpackedStream.Packed(new BufferedInputStream(archive.open(), 1 << 16));
    // Latin-1 keeps the bytes of a name without the UTF-8 flag; the guard reads them as UTF-8.
    try (ZipInputStream zip = new ZipInputStream(packed, StandardCharsets.ISO_8859_1)) {
      return new Walk(zip, packed, elements).run();
    }
  }

  private final class Walk {
    private final ZipInputStream zip;
    private final UnpackedStream.Packed packed;
    private final AppleElements elements;
    private final ArchiveGuard guard = guard();
    private boolean nested;
    private boolean found;
    private boolean whole = true;

    private Walk(ZipInputStream zip, UnpackedStream.Packed packed, AppleElements elements) {
      this.zip = zip;
      this.packed = packed;
      this.elements = elements;
    }

    private boolean run() throws IOException {
      try {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && whole) {
          guard.entry(entry.getName());
          entry();
          entry = whole ? zip.getNextEntry() : null;
        }
      } catch (EOFException | ZipException | IllegalArgumentException cutOff) {
        if (!found) {
          throw new FileRefusedException(
              ZipDirectory.faultOf(cutOff), "archive", "the archive is damaged");
        }
        return false;
      }
      if (!found && nested) {
        throw new FileRefusedException(
            Reason.ARCHIVE_NESTED, "archive", "an archive inside an archive");
      }
      if (!found) {
        throw new FileRefusedException(
            Reason.FORMAT_UNKNOWN, "archive", "no entry has a HealthData root");
      }
      return whole;
    }

    private void entry() throws IOException {
      UnpackedStream content = new UnpackedStream(zip, packed, limits);
      BufferedInputStream buffered = new BufferedInputStream(content, PEEK);
      if (!isExport(buffered)) {
        nested |= isArchive(buffered);
        content.drain();
        return;
      }
      if (found) {
        throw new FileRefusedException(Reason.MALFORMED, "archive", "two exports in one archive");
      }
      found = true;
      whole = AppleXml.read(buffered, elements);
      if (whole) {
        content.drain();
      }
    }

    private static boolean isArchive(BufferedInputStream content) throws IOException {
      content.mark(ArchiveKind.MAGIC);
      byte[] magic = content.readNBytes(ArchiveKind.MAGIC);
      content.reset();
      return ArchiveKind.of(magic) != ArchiveKind.PLAIN;
    }

    /** The root stands in the first 64 KiB, behind the inline document type. */
    private static boolean isExport(InputStream content) throws IOException {
      content.mark(PEEK);
      byte[] head;
      try {
        head = content.readNBytes(PEEK);
      } catch (EOFException | ZipException cutOff) {
        content.reset();
        head = soFar(content);
      }
      content.reset();
      return ROOT.matcher(new String(head, StandardCharsets.ISO_8859_1)).find();
    }

    /** The bytes before the place where the archive breaks off. */
    private static byte[] soFar(InputStream content) throws IOException {
      byte[] bytes = new byte[PEEK];
      int size = 0;
      try {
        for (int c = content.read(); c >= 0 && size < PEEK; c = content.read()) {
          bytes[size++] = (byte) c;
        }
      } catch (EOFException | ZipException cutOff) {
        return Arrays.copyOf(bytes, size);
      }
      return Arrays.copyOf(bytes, size);
    }
  }
}
