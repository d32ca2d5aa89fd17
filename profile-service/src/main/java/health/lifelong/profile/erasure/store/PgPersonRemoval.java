package health.lifelong.profile.erasure.store;

import health.lifelong.profile.erasure.app.PersonRemoval;
import health.lifelong.profile.erasure.domain.PersonTable;
import health.lifelong.profile.identity.app.Leaving;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Removes a person's rows from the record's database. */
@ApplicationScoped
class PgPersonRemoval implements PersonRemoval {
  // All members of the person, in order of their ids: as deliveries lock them.
  private static final String LOCK =
      """
      SELECT FROM person WHERE person_id = ANY(person_members($1)) ORDER BY person_id FOR UPDATE
      """;
  private static final String RECEIPTS =
      "SELECT DISTINCT receipt_id FROM delivery WHERE person_id = $1 AND receipt_id <> ''";
  private static final String KEY_WORK = "SET LOCAL lifelong.key_work = 'on'";
  private static final String CONFLICTS = "DELETE FROM link_conflict WHERE other_person_id = $1";
  private static final String TOMBSTONE =
      """
      UPDATE person SET state = 3, sex = 0, revision = revision + 1,
             name_cipher = CASE WHEN $2 THEN name_cipher END,
             phone_cipher = CASE WHEN $2 THEN phone_cipher END,
             birth_cipher = CASE WHEN $2 THEN birth_cipher END
      WHERE person_id = $1 RETURNING revision
      """;
  private static final String STANDING =
      "SELECT person_id FROM person WHERE person_id = ANY($1) AND state <> 3";

  private final ScopedTransactions transactions;
  private final Leaving leaving;

  PgPersonRemoval(ScopedTransactions transactions, Leaving leaving) {
    this.transactions = transactions;
    this.leaving = leaving;
  }

  @Override
  public Uni<Boolean> lock(SqlConnection transaction, UUID personId) {
    return leaving
        .alone(transaction)
        .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(personId)))
        .map(rows -> rows.size() > 0);
  }

  @Override
  public Uni<List<String>> receipts(SqlConnection transaction, UUID personId) {
    return transaction
        .preparedQuery(RECEIPTS)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(row -> row.getString(0)).toList());
  }

  @Override
  public Uni<Long> remove(SqlConnection transaction, UUID personId, Set<String> kept) {
    Tuple person = Tuple.of(personId);
    Uni<?> removed =
        transaction.query(KEY_WORK).execute().chain(() -> leaving.leave(transaction, personId));
    for (PersonTable table : PersonTable.values()) {
      if (!table.isKeptBy(kept)) {
        String sql = "DELETE FROM " + table.table() + " WHERE person_id = $1";
        removed = removed.chain(() -> transaction.preparedQuery(sql).execute(person));
      }
    }
    return removed
        .chain(() -> transaction.preparedQuery(CONFLICTS).execute(person))
        .chain(
            () ->
                transaction
                    .preparedQuery(TOMBSTONE)
                    .execute(Tuple.of(personId, kept.contains("ID"))))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Uni<List<UUID>> standing(Collection<UUID> persons) {
    Tuple named = Tuple.tuple().addValue(persons.toArray(UUID[]::new));
    return transactions
        .as(Job.ERASURE, all -> all.preparedQuery(STANDING).execute(named))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList());
  }
}
