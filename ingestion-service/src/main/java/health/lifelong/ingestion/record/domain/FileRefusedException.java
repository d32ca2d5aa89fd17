package health.lifelong.ingestion.record.domain;

import java.io.IOException;

/** Thrown through a stream that reads a file, to end it: the file is refused whole. */
public final class FileRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final RecordOutcome.Reason reason;
  private final String place;

  /** {@code place} is where in the file; {@code detail} holds no personal data. */
  public FileRefusedException(RecordOutcome.Reason reason, String place, String detail) {
    super(detail);
    this.reason = reason;
    this.place = place;
  }

  /** The reason of the error catalogue. */
  public RecordOutcome.Reason reason() {
    return reason;
  }

  /** Where in the file. */
  public String place() {
    return place;
  }

  /** What is wrong, without personal data. */
  public String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
