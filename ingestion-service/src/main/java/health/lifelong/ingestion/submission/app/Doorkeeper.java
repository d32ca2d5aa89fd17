package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Submission;
import jakarta.enterprise.context.ApplicationScoped;

/** What every door does once form is judged: make durable, wake the delivery, answer. */
@ApplicationScoped
public class Doorkeeper {
  private final ReceiptStore receipts;
  private final FreshReadings readings;
  private final DeliveryLanes lanes;

  public Doorkeeper(ReceiptStore receipts, FreshReadings readings, DeliveryLanes lanes) {
    this.receipts = receipts;
    this.readings = readings;
    this.lanes = lanes;
  }

  /** As {@link #accept(Submission)}, with what the door has read, which delivery can go on with. */
  public Acceptance accept(Submission submission, FreshReadings.Fresh fresh) {
    Acceptance acceptance = receipts.accept(submission);
    if (acceptance instanceof Acceptance.Fresh && !submission.refused()) {
      readings.offer(acceptance.id(), fresh);
      lanes.wake(Lane.of(submission.body()));
    }
    return acceptance;
  }

  /** Returns only after the commit: what it returns may be told to the sender as durable. */
  public Acceptance accept(Submission submission) {
    Acceptance acceptance = receipts.accept(submission);
    if (acceptance instanceof Acceptance.Fresh && !submission.refused()) {
      lanes.wake(Lane.of(submission.body()));
    }
    return acceptance;
  }
}
