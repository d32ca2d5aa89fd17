package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.IOException;

/** The file as a whole cannot be taken. */
final class UnreadableFile extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final long line;

  /** {@code detail} is one sentence without data of a person. */
  UnreadableFile(Reason reason, String detail, long line) {
    super(detail);
    this.reason = reason;
    this.line = line;
  }

  Reason reason() {
    return reason;
  }

  long line() {
    return line;
  }

  String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
