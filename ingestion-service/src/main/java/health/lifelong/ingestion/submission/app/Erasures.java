package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.ReceiptId;
import java.util.List;

/** The persons who were erased, as profile-service tells them. */
public interface Erasures {
  /** Erasures after a sequence, oldest first; an empty list where there is none. */
  List<Erased> after(long sequence);

  /** One erasure: the receipts in which something about the person came. */
  record Erased(long sequence, List<ReceiptId> receipts) {}
}
