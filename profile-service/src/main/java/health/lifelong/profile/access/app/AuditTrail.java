package health.lifelong.profile.access.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.domain.AccessEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Records decisions before their answers leave. Group commit: while one write is on its way to
 * disk, what arrives waits and goes together with the next, so that an idle trail adds one commit
 * and a busy one shares it.
 */
@ApplicationScoped
public class AuditTrail {
  private static final Logger LOG = Logger.getLogger(AuditTrail.class);
  private static final int GROUP = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AuditStore store;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private boolean writing;

  AuditTrail(AuditStore store) {
    this.store = store;
  }

  private record Waiting(List<AccessEvent.Draft> events, UniEmitter<? super Void> emitter) {}

  /** Completes once the events are durable; fails with AUDIT_UNAVAILABLE where they cannot be. */
  public Uni<Void> append(List<AccessEvent.Draft> events) {
    if (events.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return Uni.createFrom().emitter(emitter -> enqueue(new Waiting(List.copyOf(events), emitter)));
  }

  private void enqueue(Waiting entry) {
    synchronized (waiting) {
      waiting.addLast(entry);
      if (writing) {
        return;
      }
      writing = true;
    }
    writeNext();
  }

  private void writeNext() {
    List<Waiting> group = takeGroup();
    if (group.isEmpty()) {
      return;
    }
    List<AccessEvent.Draft> events = new ArrayList<>();
    group.forEach(entry -> events.addAll(entry.events()));
    store
        .append(events)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .subscribe()
        .with(done -> finished(group), failure -> failed(group, failure));
  }

  private List<Waiting> takeGroup() {
    synchronized (waiting) {
      List<Waiting> group = new ArrayList<>();
      int events = 0;
      while (!waiting.isEmpty() && events < GROUP) {
        Waiting next = waiting.removeFirst();
        events += next.events().size();
        group.add(next);
      }
      if (group.isEmpty()) {
        writing = false;
      }
      return group;
    }
  }

  private void finished(List<Waiting> group) {
    group.forEach(entry -> entry.emitter().complete(null));
    writeNext();
  }

  private void failed(List<Waiting> group, Throwable failure) {
    LOG.errorf("audit.write_failed events=%d cause=%s", group.size(), failure.getClass().getName());
    group.forEach(
        entry ->
            entry
                .emitter()
                .fail(
                    new LifelongException(
                        ErrorReason.ERROR_REASON_AUDIT_UNAVAILABLE, "audit not written")));
    writeNext();
  }
}
