package health.lifelong.profile.release.store;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.change.app.ChangeLog;
import health.lifelong.profile.change.domain.Change;
import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.release.app.ReleaseStore;
import health.lifelong.profile.scope.app.ScopedTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Releases in PostgreSQL. */
@ApplicationScoped
public class PgReleaseStore implements ReleaseStore {
  private static final String SCOPE =
      "c.person_id = $1 AND c.centre = $2 AND ($3::uuid IS NULL OR c.checkup_id = $3)";
  private static final String IS_OF =
      "SELECT EXISTS (SELECT FROM checkup c JOIN person p USING (person_id) WHERE p.state <> 3 AND "
          + SCOPE
          + ")";
  // The writer of batches locks the person first too: neither waits for the other in a ring.
  private static final String LOCK =
      """
      SELECT person_id, revision FROM person WHERE person_id = ANY(person_members($1))
      ORDER BY person_id FOR UPDATE
      """;
  private static final String VALUES = release("observation");
  private static final String DOCUMENTS = release("document");
  private static final String RAISE =
      """
      UPDATE person SET revision = revision + 1 WHERE person_id = ANY(person_members($1))
      RETURNING person_id, revision
      """;

  private final ScopedTransactions transactions;
  private final ChangeLog changes;
  private final AuditStore audit;

  PgReleaseStore(ScopedTransactions transactions, ChangeLog changes, AuditStore audit) {
    this.transactions = transactions;
    this.changes = changes;
    this.audit = audit;
  }

  // Set to now, not to null: that it was held once is a fact of the record.
  private static String release(String table) {
    return "UPDATE "
        + table
        + " t SET held_until = $4 FROM checkup c WHERE "
        + SCOPE
        + " AND t.person_id = c.person_id AND t.checkup_no = c.checkup_no AND t.held_until > $4";
  }

  @Override
  public Uni<Boolean> isOf(Scope scope) {
    Tuple parameters = Tuple.of(scope.personId(), scope.centre(), scope.checkupId());
    return transactions
        .about(scope.personId(), about -> about.preparedQuery(IS_OF).execute(parameters))
        .map(found -> found.iterator().next().getBoolean(0));
  }

  @Override
  public Uni<Released> release(Scope scope, Instant now, AccessEvent.Draft event) {
    Tuple parameters =
        Tuple.of(
            scope.personId(),
            scope.centre(),
            scope.checkupId(),
            ChronoUnit.MICROS.between(Instant.EPOCH, now));
    return transactions.about(
        scope.personId(),
        transaction ->
            transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(scope.personId()))
                .map(PgReleaseStore::revisions)
                .map(revisions -> revisions.get(scope.personId()))
                .chain(revision -> release(transaction, scope, parameters, revision))
                .call(released -> audit.append(transaction, List.of(event))));
  }

  private Uni<Released> release(
      SqlConnection transaction, Scope scope, Tuple parameters, long revision) {
    Uni<Integer> values =
        transaction.preparedQuery(VALUES).execute(parameters).map(rows -> rows.rowCount());
    return values
        .chain(
            count ->
                transaction
                    .preparedQuery(DOCUMENTS)
                    .execute(parameters)
                    .map(rows -> rows.rowCount() + count))
        .chain(
            count ->
                count == 0
                    ? Uni.createFrom().item(new Released(0, revision))
                    : raise(transaction, scope).map(raised -> new Released(count, raised)));
  }

  private Uni<Long> raise(SqlConnection transaction, Scope scope) {
    return transaction
        .preparedQuery(RAISE)
        .execute(Tuple.of(scope.personId()))
        .map(PgReleaseStore::revisions)
        .call(revisions -> changes.append(transaction, feed(revisions)))
        .map(revisions -> revisions.get(scope.personId()));
  }

  // Whoever is linked with the person reads these results too.
  private static List<Change.Draft> feed(Map<UUID, Long> revisions) {
    return revisions.entrySet().stream()
        .map(raised -> new Change.Draft(raised.getKey(), raised.getValue(), ChangeKind.RELEASE))
        .toList();
  }

  private static Map<UUID, Long> revisions(RowSet<Row> rows) {
    Map<UUID, Long> revisions = new LinkedHashMap<>();
    rows.forEach(row -> revisions.put(row.getUUID(0), row.getLong(1)));
    return revisions;
  }
}
