package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where receipts are durable. */
public interface ReceiptStore {

  /**
   * Makes a submission durable together with its outbox row, or finds that it is already. Returns
   * after the commit. Submissions that wait at the same time share one transaction.
   */
  Acceptance accept(Submission submission);

  /** The account of a receipt of this centre. */
  Optional<Receipt> find(String centre, ReceiptId id);

  /**
   * The right to deliver a lane, held by one instance of the service at a time so that order is
   * kept and no account is closed twice; empty while another holds it. It ends with the claim, or
   * with the process that held it.
   */
  Optional<Claim> claim(Lane lane);

  /**
   * Receipts of a lane that still have to reach the record, oldest first; one whose key is
   * destroyed is no longer due.
   */
  List<Due> due(Lane lane, int limit);

  /** The raw bytes of a receipt, in order, streamed. */
  BodySource body(ReceiptId id);

  /**
   * Closes accounts and removes their outbox rows, in one transaction. An account that is closed
   * already stays as it is.
   */
  void account(List<Receipt> receipts);

  /**
   * Accounted or refused receipts from before a moment whose raw bytes are still here, at most
   * {@code limit}.
   */
  List<ReceiptId> outlived(Instant before, int limit);

  /** Removes raw bytes, names and what waits in the outbox; the accounts stay. */
  void forget(Collection<ReceiptId> receipts);

  /** Puts a receipt back for later. */
  void postpone(ReceiptId id, Duration wait);

  /** The right to deliver a lane; closing it gives it back. */
  interface Claim extends AutoCloseable {
    @Override
    void close();
  }

  /** One row of the outbox with what reading needs. */
  record Due(ReceiptId id, Submission.Context context, int attempts) {}
}
