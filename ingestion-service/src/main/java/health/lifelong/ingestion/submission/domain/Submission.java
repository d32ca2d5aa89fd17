package health.lifelong.ingestion.submission.domain;

import java.nio.file.Path;
import java.util.List;

/**
 * One received unit, judged by form, ready to be made durable.
 *
 * @param idempotencyKey SHA-256 over the channel's key
 * @param contentHash SHA-256 over the canonical content
 * @param form counts as far as form tells: accepted here means not refused by form
 * @param refused true where nothing of it may reach a record
 */
public record Submission(
    Context context,
    byte[] idempotencyKey,
    byte[] contentHash,
    Body body,
    Tally form,
    List<Rejection> rejected,
    boolean refused) {

  public Submission {
    rejected = List.copyOf(rejected);
  }

  /**
   * What a door knows beside the bytes.
   *
   * @param personId the person a genotype file or phone export is for; empty opens a provisional
   *     person
   * @param sample the sample named of a multi-sample file; empty if none
   * @param declaredBuild genome build the sender declares; empty if none
   * @param contentHash hex SHA-256 of a file, which stands in for an identity where its rows name
   *     nobody; empty for messages
   */
  public record Context(
      String centre,
      String door,
      Format format,
      String fileName,
      String personId,
      String sample,
      String declaredBuild,
      String contentHash) {}

  /** The raw bytes: small ones in memory, files spooled to disk. */
  public sealed interface Body {
    long size();

    /** A message or document. */
    record Bytes(byte[] bytes) implements Body {
      @Override
      public long size() {
        return bytes.length;
      }
    }

    /** A file; deleted by the door once it is durable. */
    record Spooled(Path file, long size) implements Body {}
  }
}
