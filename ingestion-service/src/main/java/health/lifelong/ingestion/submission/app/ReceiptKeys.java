package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.ReceiptId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import javax.crypto.SecretKey;

/** The keys of raw receipts, kept apart from them: without its key a receipt is noise. */
public interface ReceiptKeys {
  /** Makes keys durable, wrapped. */
  void keep(Map<ReceiptId, SecretKey> keys);

  /** The keys of those receipts that have one still. */
  Map<ReceiptId, SecretKey> find(Collection<ReceiptId> receipts);

  /** Destroys the keys of receipts. */
  void destroy(Collection<ReceiptId> receipts);

  /**
   * A new key-encryption key where the newest is from before a moment; those under which nothing
   * stands any more are destroyed.
   */
  void turnOver(Instant madeBefore);

  /** Sequence of the last erasure that was dealt with; 0 for none. */
  long erasurePosition();

  /** Keeps how far the erasures are dealt with. */
  void erasurePosition(long sequence);
}
