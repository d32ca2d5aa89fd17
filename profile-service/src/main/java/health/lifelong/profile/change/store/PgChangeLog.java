package health.lifelong.profile.change.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.app.ChangeLog;
import health.lifelong.profile.change.domain.Change;
import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change feed in PostgreSQL. */
@ApplicationScoped
public class PgChangeLog implements ChangeLog {
  private static final UnnestInsert INSERT =
      UnnestInsert.into("change_feed")
          .column("person_id", UUID)
          .column("revision", BIGINT)
          .column("kind", SMALLINT)
          .build();
  private static final String LAST =
      "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM change_feed_sequence";
  private static final String RUNNING =
      """
      SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint
      FROM pg_current_snapshot() s
      """;
  private static final String READ =
      """
      SELECT sequence, person_id, revision, kind, recorded_at FROM change_feed
      WHERE sequence > $1 AND sequence <= $2 ORDER BY sequence LIMIT $3
      """;

  private final Pool pool;
  private final ScopedTransactions transactions;

  PgChangeLog(Pool pool, ScopedTransactions transactions) {
    this.pool = pool;
    this.transactions = transactions;
  }

  @Override
  public Uni<Void> append(SqlConnection transaction, List<Change.Draft> changes) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Change.Draft change : changes) {
      rows.add(
          new @Nullable Object[] {
            change.personId(), change.revision(), (short) change.kind().number()
          });
    }
    return INSERT.execute(transaction, rows).replaceWithVoid();
  }

  @Override
  public Uni<Long> lastSequence() {
    return pool.preparedQuery(LAST).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Uni<Running> running() {
    return pool.preparedQuery(RUNNING)
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row -> new Running(row.getLong(0), row.getLong(1)));
  }

  @Override
  public Uni<List<Change>> read(long after, long upTo, int limit) {
    return transactions
        .as(Job.CHANGE_FEED, all -> all.preparedQuery(READ).execute(Tuple.of(after, upTo, limit)))
        .map(PgChangeLog::changes);
  }

  private static List<Change> changes(RowSet<Row> rows) {
    List<Change> changes = new ArrayList<>(rows.size());
    for (Row row : rows) {
      changes.add(
          new Change(
              row.getLong(0),
              row.getUUID(1),
              row.getLong(2),
              ChangeKind.of(row.getShort(3)),
              row.getOffsetDateTime(4).toInstant()));
    }
    return changes;
  }
}
