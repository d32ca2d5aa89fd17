package health.lifelong.ingestion.submission.domain;

import java.time.Instant;
import java.util.List;

/**
 * The account of one received unit.
 *
 * @param rejected the first 1,000 rejections; the tally counts all
 * @param personIds the first 100 persons it concerns
 */
public record Receipt(
    ReceiptId id,
    String centre,
    Format format,
    Instant receivedAt,
    State state,
    String fileName,
    int resends,
    Tally tally,
    List<Rejection> rejected,
    List<String> personIds) {

  public static final int REJECTIONS_SHOWN = 1_000;
  public static final int PERSONS_SHOWN = 100;

  public Receipt {
    rejected = List.copyOf(rejected);
    personIds = List.copyOf(personIds);
  }

  /** Where a receipt stands. */
  public enum State {
    /** Durable and judged by form. */
    RECEIVED,
    /** Every record of it has reached its end. */
    ACCOUNTED,
    /** Refused whole. */
    REFUSED
  }
}
