package health.lifelong.ingestion.submission.app;

import health.lifelong.ingestion.submission.domain.Lane;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs one delivering thread a lane, woken by acceptance and, for what waits for another try, by
 * the clock.
 */
@ApplicationScoped
public class DeliveryLanes {
  private static final Logger LOG = Logger.getLogger(DeliveryLanes.class);
  private static final long POLL_MILLIS = 250;

  private final Map<Lane, Semaphore> wake = new EnumMap<>(Lane.class);
  private final Map<Lane, Delivery> deliveries = new EnumMap<>(Lane.class);
  private volatile boolean stopping;

  public DeliveryLanes(
      ReceiptStore receipts, FreshReadings readings, BodyReader reader, RecordWriter writer) {
    for (Lane lane : Lane.values()) {
      wake.put(lane, new Semaphore(0));
      deliveries.put(lane, new Delivery(lane, receipts, readings, reader, writer));
    }
  }

  void start(@Observes StartupEvent event) {
    for (Lane lane : Lane.values()) {
      Thread.ofPlatform().name("delivery-" + lane.label()).daemon().start(() -> run(lane));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    wake.values().forEach(Semaphore::release);
  }

  /** Says that something new is due. */
  public void wake(Lane lane) {
    semaphore(lane).release();
  }

  private Semaphore semaphore(Lane lane) {
    Semaphore semaphore = wake.get(lane);
    if (semaphore == null) {
      throw new IllegalStateException("no such lane: " + lane);
    }
    return semaphore;
  }

  private void run(Lane lane) {
    Delivery delivery = deliveries.get(lane);
    Semaphore semaphore = semaphore(lane);
    while (!stopping && delivery != null) {
      try {
        if (delivery.round() == 0) {
          semaphore.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
          semaphore.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.errorf(e, "delivery round failed: lane=%s", lane);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
