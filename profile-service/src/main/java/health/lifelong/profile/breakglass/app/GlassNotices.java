package health.lifelong.profile.breakglass.app;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.breakglass.app.GlassStore.Due;
import health.lifelong.profile.breakglass.app.GlassStore.Waiting;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the person and the privacy officer of broken glasses, and counts those that nobody has
 * reviewed. Every replica runs it; told before it is kept, so that a crash tells twice rather than
 * never.
 */
@ApplicationScoped
public class GlassNotices {
  private static final Logger LOG = Logger.getLogger(GlassNotices.class);
  private static final int GROUP = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Caller NOTICES = new Caller(Role.SERVICE, "break-glass-notices", null);

  private final ScopedTransactions transactions;
  private final GlassStore store;
  private final AuditStore audit;
  private final GlassNotification notification;
  private final GlassConfig config;
  private final AtomicLong unreviewed = new AtomicLong();
  private final AtomicLong overdue = new AtomicLong();
  private @Nullable Cancellable running;

  GlassNotices(
      ScopedTransactions transactions,
      GlassStore store,
      AuditStore audit,
      GlassNotification notification,
      GlassConfig config,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.store = store;
    this.audit = audit;
    this.notification = notification;
    this.config = config;
    meters.gauge("lifelong.break.glass.unreviewed", unreviewed);
    meters.gauge("lifelong.break.glass.overdue", overdue);
  }

  void start(@Observes StartupEvent event) {
    running =
        Multi.createBy()
            .repeating()
            .uni(this::quietRound)
            .withDelay(config.poll())
            .indefinitely()
            .subscribe()
            .with(
                told -> LOG.tracef("break_glass.round told=%d", told),
                failure -> LOG.errorf(failure, "break_glass.job_ended"));
  }

  void stop(@Observes ShutdownEvent event) {
    if (running != null) {
      running.cancel();
    }
  }

  private Uni<Integer> quietRound() {
    return round()
        .onFailure()
        .invoke(f -> LOG.errorf("break_glass.round_failed cause=%s", f.getClass().getName()))
        .onFailure()
        .recoverWithItem(0);
  }

  /** Tells of everything that is due and counts what waits; the item is how many were told. */
  public Uni<Integer> round() {
    return transactions
        .as(Job.BREAK_GLASS, this::group)
        .call(() -> store.waiting().invoke(this::count));
  }

  private void count(Waiting waiting) {
    unreviewed.set(waiting.unreviewed());
    overdue.set(waiting.overdue());
  }

  private Uni<Integer> group(SqlConnection transaction) {
    return store
        .due(transaction, GROUP)
        .chain(this::tell)
        .call(told -> store.told(transaction, told))
        .call(told -> audit.append(transaction, told.stream().map(GlassNotices::event).toList()))
        .map(List::size);
  }

  private Uni<List<Due>> tell(List<Due> due) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUniAndMerge(this::tell)
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList();
  }

  private Uni<Optional<Due>> tell(Due due) {
    return notification
        .send(due)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .replaceWith(Optional.of(due))
        .onFailure()
        .invoke(
            f ->
                LOG.errorf(
                    "break_glass.not_told id=%s to=%s cause=%s",
                    due.id(), due.addressee(), f.getClass().getName()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private static AccessEvent.Draft event(Due told) {
    return new AccessEvent.Draft(
        told.personId(),
        NOTICES,
        "break_glass.notify",
        null,
        List.of(),
        true,
        "law:break_glass",
        GlassAudit.of(told.id(), "", List.of()));
  }
}
