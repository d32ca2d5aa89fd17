package health.lifelong.ingestion.archive.algorithm;

import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;

/**
 * How far an archive may unpack (data/hostile/archives): so many to one once a mebibyte has come
 * out, and so many bytes in all.
 */
public record UnpackingCap(int ratio, long bytes) {
  /** The suite's ratio. */
  public static final int RATIO = 100;

  private static final long FREE = 1 << 20;

  /** Checks what came out so far of what went in so far. */
  public void check(long packed, long unpacked) throws FileRefusedException {
    if (unpacked > FREE && unpacked / Math.max(1, packed) >= ratio) {
      throw new FileRefusedException(
          Reason.ARCHIVE_RATIO, "archive", "more than " + ratio + " to 1");
    }
    if (unpacked > bytes) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, "archive", "more than " + bytes + " bytes unpacked");
    }
  }
}
