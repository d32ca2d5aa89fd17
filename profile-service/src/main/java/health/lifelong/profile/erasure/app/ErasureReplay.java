package health.lifelong.profile.erasure.app;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.erasure.domain.Erasure;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Erases again whom an older dump brought back, before the service opens; and removes, day by day,
 * what a law no longer keeps.
 */
@ApplicationScoped
public class ErasureReplay {
  private static final Logger LOG = Logger.getLogger(ErasureReplay.class);
  private static final int PAGE = 500;
  private static final Duration START = Duration.ofMinutes(30);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Caller REPLAY = new Caller(Role.SERVICE, "erasure-replay", null);

  private final ScopedTransactions transactions;
  private final ErasureLedger ledger;
  private final PersonRemoval removal;
  private final Erasures erasures;
  private final Clock clock = Clock.systemUTC();
  private @Nullable Cancellable daily;

  ErasureReplay(
      ScopedTransactions transactions,
      ErasureLedger ledger,
      PersonRemoval removal,
      Erasures erasures) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.removal = removal;
    this.erasures = erasures;
  }

  // Doors open only after every observer of the start has returned.
  void start(@Observes @Priority(10) StartupEvent event) {
    int again = replay().await().atMost(START);
    if (again > 0) {
      LOG.warnf("erasure.replayed persons=%d", again);
    }
    daily =
        Multi.createBy()
            .repeating()
            .uni(this::quietRound)
            .withDelay(DAY)
            .indefinitely()
            .subscribe()
            .with(ended -> LOG.debugf("erasure.locks_ended persons=%d", ended));
  }

  void stop(@Observes ShutdownEvent event) {
    if (daily != null) {
      daily.cancel();
    }
  }

  /** Goes through the ledger and removes who stands in the record; the item is how many. */
  public Uni<Integer> replay() {
    return replay(0);
  }

  private Uni<Integer> replay(long after) {
    return ledger
        .after(after, PAGE)
        .chain(
            page ->
                page.isEmpty()
                    ? Uni.createFrom().item(0)
                    : removal
                        .standing(page.stream().map(Erasure::personId).toList())
                        .chain(this::eraseAgain)
                        .chain(
                            again -> replay(page.getLast().sequence()).map(more -> more + again)));
  }

  private Uni<Integer> eraseAgain(List<UUID> persons) {
    return Multi.createFrom()
        .iterable(persons)
        .onItem()
        .transformToUniAndConcatenate(
            person -> ledger.locked(person).chain(kept -> remove(person, kept)))
        .collect()
        .asList()
        .map(List::size);
  }

  private Uni<UUID> remove(UUID person, Set<String> kept) {
    return transactions
        .as(
            Job.ERASURE,
            transaction ->
                removal
                    .lock(transaction, person)
                    .chain(
                        () ->
                            erasures.remove(
                                transaction,
                                person,
                                kept,
                                Erasures.event(REPLAY, person, true, "job:erasure_ledger"))))
        .replaceWith(person);
  }

  private Uni<Integer> quietRound() {
    return endLocks()
        .onFailure()
        .invoke(f -> LOG.errorf("erasure.round_failed cause=%s", f.getClass().getName()))
        .onFailure()
        .recoverWithItem(0);
  }

  /** Removes what was locked until a day before today; the item is how many persons had any. */
  public Uni<Integer> endLocks() {
    LocalDate today = LocalDate.now(clock);
    return ledger.ended(today, PAGE).chain(ended -> endLocks(ended, today));
  }

  private Uni<Integer> endLocks(Map<UUID, Set<String>> ended, LocalDate today) {
    return Multi.createFrom()
        .iterable(ended.entrySet())
        .onItem()
        .transformToUniAndConcatenate(
            entry ->
                ledger
                    .destroyEnded(entry.getKey(), today)
                    .chain(() -> remove(entry.getKey(), entry.getValue())))
        .collect()
        .asList()
        .map(List::size);
  }
}
