package health.lifelong.ingestion.submission.domain;

import java.util.Locale;

/**
 * Deliveries go in lanes, each in order of acceptance, so that a large file never holds up a
 * message.
 */
public enum Lane {
  MESSAGES,
  FILES;

  private static final long FILE_FROM_BYTES = 1L << 20;

  /** The lane of a body, by its size alone. */
  public static Lane of(Submission.Body body) {
    return body.size() >= FILE_FROM_BYTES ? FILES : MESSAGES;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
