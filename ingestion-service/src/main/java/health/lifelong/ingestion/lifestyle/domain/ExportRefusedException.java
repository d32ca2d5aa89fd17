package health.lifelong.ingestion.lifestyle.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.IOException;

/** Thrown through a stream that reads an export, to end it: the export is refused whole. */
public final class ExportRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String place;

  /** {@code place} is where in the export; {@code detail} holds no personal data. */
  public ExportRefusedException(Reason reason, String place, String detail) {
    super(detail);
    this.reason = reason;
    this.place = place;
  }

  /** The reason of the error catalogue. */
  public Reason reason() {
    return reason;
  }

  /** Where in the export. */
  public String place() {
    return place;
  }

  /** What is wrong, without personal data. */
  public String detail() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
