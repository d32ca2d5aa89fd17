package health.lifelong.profile.erasure.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.ChangeLog;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.change.domain.Change;
import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.erasure.domain.Erasure;
import health.lifelong.profile.erasure.domain.Retention;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Erases a person: first the line of the ledger and the keys, in the key store, then the rows. From
 * the first step on the person is unreadable; a crash in between is finished at the next start or
 * by asking again.
 */
@ApplicationScoped
public class Erasures {
  private static final String ACTION = "person.erase";

  private final ScopedTransactions transactions;
  private final ErasureLedger ledger;
  private final PersonRemoval removal;
  private final Retention retention;
  private final ChangeLog changes;
  private final AuditStore audit;
  private final AuditTrail trail;
  private final Clock clock = Clock.systemUTC();

  Erasures(
      ScopedTransactions transactions,
      ErasureLedger ledger,
      PersonRemoval removal,
      PersonRemoval.RetentionSource retention,
      ChangeLog changes,
      AuditStore audit,
      AuditTrail trail) {
    this.transactions = transactions;
    this.ledger = ledger;
    this.removal = removal;
    this.retention = retention.read();
    this.changes = changes;
    this.audit = audit;
    this.trail = trail;
  }

  /** Erases a person who asks for it; the item is the line of the ledger. */
  public Uni<Erasure> erase(Caller caller, UUID personId) {
    boolean own = caller.role() == Role.PERSON && caller.subject().equals(personId.toString());
    if (!own) {
      return trail
          .append(List.of(event(caller, personId, false, "subject:other_person")))
          .chain(() -> Uni.createFrom().failure(notFound()));
    }
    return ledger
        .find(personId)
        .chain(
            known ->
                known.isPresent() ? Uni.createFrom().item(known.get()) : first(caller, personId))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<Erasure> first(Caller caller, UUID personId) {
    AccessEvent.Draft event = event(caller, personId, true, "subject:own");
    return transactions
        .as(Job.ERASURE, transaction -> erase(transaction, personId, event))
        .chain(() -> ledger.find(personId))
        .map(line -> line.orElseThrow(Erasures::notFound));
  }

  private Uni<Void> erase(SqlConnection transaction, UUID personId, AccessEvent.Draft event) {
    LocalDate today = LocalDate.now(clock);
    return removal
        .lock(transaction, personId)
        .invoke(
            exists -> {
              if (!exists) {
                throw notFound();
              }
            })
        .chain(() -> removal.receipts(transaction, personId))
        .chain(receipts -> ledger.write(personId, receipts, retention.lockedUntil(today)))
        .chain(() -> remove(transaction, personId, retention.years().keySet(), event));
  }

  /** Removes the rows of a person whose keys are gone, and says so in feed and trail. */
  Uni<Void> remove(
      SqlConnection transaction, UUID personId, Set<String> kept, AccessEvent.Draft event) {
    return removal
        .remove(transaction, personId, kept)
        .chain(
            revision ->
                changes.append(
                    transaction, List.of(new Change.Draft(personId, revision, ChangeKind.ERASED))))
        .chain(() -> audit.append(transaction, List.of(event)));
  }

  static AccessEvent.Draft event(Caller caller, UUID personId, boolean permitted, String rule) {
    return new AccessEvent.Draft(
        personId, caller, ACTION, null, Arrays.asList(Category.values()), permitted, rule);
  }

  private static LifelongException notFound() {
    return new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown or foreign person");
  }
}
