package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.app.Erasures.Erased;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.platform.LifelongException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Destroys raw receipts: of persons who were erased, and of all once the region pack's days are
 * over. The key goes first; what a crash leaves behind is noise, and is removed the next time. A
 * file about many persons is destroyed with the first of them who is erased: the others lose a
 * replay, not their record.
 */
@ApplicationScoped
public class ReceiptDestruction {
  private static final Logger LOG = Logger.getLogger(ReceiptDestruction.class);
  private static final int PAGE = 1_000;

  private final ReceiptStore receipts;
  private final ReceiptKeys keys;
  private final Erasures erasures;
  private final Duration kept;
  private final Duration poll;
  private final Clock clock = Clock.systemUTC();
  private volatile boolean stopping;

  public ReceiptDestruction(
      ReceiptStore receipts,
      ReceiptKeys keys,
      Erasures erasures,
      RetentionRule rule,
      @ConfigProperty(name = "lifelong.receipts.poll", defaultValue = "5S") Duration poll) {
    this.receipts = receipts;
    this.keys = keys;
    this.erasures = erasures;
    this.kept = rule.rawReceipts();
    this.poll = poll;
  }

  /** How long raw receipts are kept, as the region pack says. */
  public interface RetentionRule {
    Duration rawReceipts();
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("receipt-destruction").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void run() {
    while (!stopping) {
      try {
        round();
      } catch (LifelongException waits) {
        LOG.warnf("receipts.destruction_waits reason=%s", waits.reason());
      } catch (RuntimeException failure) {
        LOG.errorf("receipts.destruction_failed cause=%s", failure.getClass().getName());
      }
      try {
        Thread.sleep(poll);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Destroys what waits to be; returns how many receipts. */
  public int round() {
    Instant before = clock.instant().minus(kept);
    keys.turnOver(before);
    return erased() + outlived(before);
  }

  private int erased() {
    int destroyed = 0;
    List<Erased> page = erasures.after(keys.erasurePosition());
    while (!page.isEmpty()) {
      for (Erased erased : page) {
        destroy(erased.receipts());
        destroyed += erased.receipts().size();
        keys.erasurePosition(erased.sequence());
      }
      page = erasures.after(page.getLast().sequence());
    }
    return destroyed;
  }

  private int outlived(Instant before) {
    int destroyed = 0;
    List<ReceiptId> page = receipts.outlived(before, PAGE);
    while (!page.isEmpty()) {
      destroy(page);
      destroyed += page.size();
      page = receipts.outlived(before, PAGE);
    }
    return destroyed;
  }

  private void destroy(List<ReceiptId> page) {
    keys.destroy(page);
    receipts.forget(page);
  }
}
