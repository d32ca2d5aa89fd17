package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Sha256;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Submissions for tests of the store. */
public final class Submissions {
  private Submissions() {}

  /** A message of one record. */
  public static Submission message(String centre, String key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Submission(
        new Submission.Context(centre, "test", Format.HL7V2, "", "", "", "", ""),
        hash(key.getBytes(StandardCharsets.UTF_8)),
        hash(bytes),
        new Submission.Body.Bytes(bytes),
        new Tally(1, 1, 0, 0, 1, 0, 0, 0),
        List.of(),
        false);
  }

  private static byte[] hash(byte[] bytes) {
    return Sha256.fresh().digest(bytes);
  }
}
