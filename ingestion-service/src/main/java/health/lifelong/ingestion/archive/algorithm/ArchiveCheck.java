package health.lifelong.ingestion.archive.algorithm;

import health.lifelong.ingestion.archive.algorithm.ZipDirectory.Opener;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.IOException;
import java.io.InputStream;

/**
 * What can be told of an archive before its content is read: entries of a zip by its directory,
 * entries of a tar inside a gzip by their headers, and a name that promises another thing than the
 * bytes are.
 */
public final class ArchiveCheck {
  private static final int ENTRIES = 1_000;
  private static final UnpackingCap TAR = new UnpackingCap(UnpackingCap.RATIO, 200L << 20);

  private ArchiveCheck() {}

  /**
   * Returns where the file may be read on.
   *
   * @param body opened up to four times
   * @param fileName as the sender calls it, empty where it is not told
   */
  public static void check(Opener body, String fileName) throws IOException {
    ArchiveKind kind;
    try (InputStream in = body.open()) {
      kind = ArchiveKind.of(in.readNBytes(ArchiveKind.MAGIC));
    }
    switch (kind) {
      case ZIP -> ZipDirectory.check(body, new ArchiveGuard(ENTRIES));
      case GZIP -> {
        try (InputStream in = new CappedGzip(body.open(), TAR)) {
          TarEntries.check(in, new ArchiveGuard(ENTRIES));
        }
      }
      case PLAIN -> {
        if (ArchiveKind.isNamed(fileName)) {
          throw new FileRefusedException(
              Reason.ARCHIVE_DAMAGED, "", "named as an archive, and none");
        }
      }
    }
  }
}
