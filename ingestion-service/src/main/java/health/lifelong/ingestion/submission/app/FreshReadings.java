package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Understood;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the doors have just read, so that delivery need not read it again. Only a shortcut: bounded,
 * the oldest go first, and what is not here is read from the durable bytes, with the same outcome.
 */
@ApplicationScoped
public class FreshReadings {
  /** About 50 MB of canonical values. */
  private static final int VALUES_KEPT = 100_000;

  private final Map<ReceiptId, Fresh> kept = new LinkedHashMap<>();
  private int values;

  /** A whole reading with its pieces in order. */
  public record Fresh(Reading reading, List<Understood> pieces) {
    public Fresh {
      pieces = List.copyOf(pieces);
    }

    int weight() {
      return 1 + pieces.stream().mapToInt(Understood::weight).sum();
    }
  }

  /** Keeps a reading until it is taken, or room is needed. */
  public synchronized void offer(ReceiptId id, Fresh fresh) {
    int weight = fresh.weight();
    if (weight > VALUES_KEPT || kept.putIfAbsent(id, fresh) != null) {
      return;
    }
    values += weight;
    for (Iterator<Fresh> oldest = kept.values().iterator(); values > VALUES_KEPT; ) {
      values -= oldest.next().weight();
      oldest.remove();
    }
  }

  /** Hands a reading out, once. */
  public synchronized Optional<Fresh> take(ReceiptId id) {
    Fresh fresh = kept.remove(id);
    if (fresh != null) {
      values -= fresh.weight();
    }
    return Optional.ofNullable(fresh);
  }
}
