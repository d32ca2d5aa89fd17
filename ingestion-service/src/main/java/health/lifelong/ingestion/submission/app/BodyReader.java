package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Understood;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads a body of any format into the canonical forms. Pure: the same bytes give the same pieces in
 * the same order.
 */
public interface BodyReader {

  /**
   * Reads the whole body, piece by piece.
   *
   * @return what form alone tells of it
   * @throws IOException only where the bytes themselves cannot be read from where they are kept
   */
  Reading read(Submission.Context context, BodySource body, Consumer<Understood> sink)
      throws IOException;
}
