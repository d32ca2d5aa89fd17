package health.lifelong.profile.safety.app;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.safety.algorithm.Escalation;
import health.lifelong.profile.safety.app.CriticalStore.Told;
import health.lifelong.profile.safety.domain.CriticalValuesJob;
import health.lifelong.profile.safety.domain.Due;
import health.lifelong.profile.safety.domain.Notice;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the on-call list about open critical results, level after level, until somebody
 * acknowledges. Every replica runs it: a result is locked by the one that tells of it, and is told
 * before that is kept, so that a crash in between tells twice rather than never.
 */
@ApplicationScoped
public class EscalationJob {
  private static final Logger LOG = Logger.getLogger(EscalationJob.class);
  private static final int GROUP = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final ScopedTransactions transactions;
  private final CriticalStore store;
  private final AuditStore audit;
  private final OnCallBook onCall;
  private final Notification notification;
  private final SafetyConfig config;
  private @Nullable Cancellable running;

  public EscalationJob(
      ScopedTransactions transactions,
      CriticalStore store,
      AuditStore audit,
      OnCallBook onCall,
      Notification notification,
      SafetyConfig config) {
    this.transactions = transactions;
    this.store = store;
    this.audit = audit;
    this.onCall = onCall;
    this.notification = notification;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    // A pack without an on-call list stops the start, not the first critical value.
    LOG.debugf("on call first: %s", onCall.list().of("").getFirst().name());
    running =
        Multi.createBy()
            .repeating()
            .uni(this::quietRound)
            .withDelay(config.poll())
            .indefinitely()
            .subscribe()
            .with(
                told -> LOG.tracef("critical.round told=%d", told),
                failure -> LOG.errorf(failure, "critical.job_ended"));
  }

  void stop(@Observes ShutdownEvent event) {
    if (running != null) {
      running.cancel();
    }
  }

  private Uni<Integer> quietRound() {
    return round()
        .onFailure()
        .invoke(f -> LOG.errorf("critical.round_failed cause=%s", f.getClass().getName()))
        .onFailure()
        .recoverWithItem(0);
  }

  /** Tells of everything that is due; the item is how many. */
  public Uni<Integer> round() {
    return transactions
        .as(Job.CRITICAL_VALUES, this::group)
        .chain(told -> told < GROUP ? Uni.createFrom().item(told) : round().map(n -> n + told));
  }

  private Uni<Integer> group(SqlConnection transaction) {
    return store
        .due(transaction, GROUP)
        .chain(this::tell)
        .call(told -> store.advance(transaction, told))
        .call(
            told ->
                audit.append(
                    transaction,
                    told.stream()
                        .filter(Told::reached)
                        .map(t -> CriticalValuesJob.event(t.due().personId(), action(t.notice())))
                        .toList()))
        .map(List::size);
  }

  private static String action(Notice notice) {
    return notice.escalated() ? "critical.escalate" : "critical.notify";
  }

  private Uni<List<Told>> tell(List<Due> due) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUniAndMerge(this::tell)
        .collect()
        .asList();
  }

  private Uni<Told> tell(Due due) {
    Notice notice = Escalation.next(onCall.list(), due);
    return notification
        .send(notice)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .replaceWith(() -> new Told(due, notice, true, notice.to().escalateAfter()))
        .onFailure()
        .invoke(
            failure ->
                LOG.errorf(
                    "critical.not_notified id=%s centre=%s level=%d cause=%s",
                    notice.criticalId(),
                    notice.centre(),
                    notice.to().level(),
                    failure.getClass().getName()))
        .onFailure()
        .recoverWithItem(new Told(due, notice, false, TRY_AGAIN));
  }
}
