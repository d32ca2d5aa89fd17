package health.lifelong.profile.erasure.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A line of the erasure ledger.
 *
 * @param receipts ids of what came in about the person
 */
public record Erasure(long sequence, UUID personId, Instant erasedAt, List<String> receipts) {
  public Erasure {
    receipts = List.copyOf(receipts);
  }
}
