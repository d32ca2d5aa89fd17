package health.lifelong.ingestion.submission.domain;

/**
 * What was refused or quarantined: place, catalogue reason, and a detail without personal data.
 *
 * @param part false where the whole record was refused; true where only a part of an accepted
 *     record was
 */
public record Rejection(long index, String path, String reason, String detail, boolean part) {
  /** A record refused whole. */
  public static Rejection record(long index, String path, String reason, String detail) {
    return new Rejection(index, path, reason, detail, false);
  }
}
