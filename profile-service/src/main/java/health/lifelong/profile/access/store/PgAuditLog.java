package health.lifelong.profile.access.store;

import health.lifelong.platform.audit.AuditHead;
import health.lifelong.platform.audit.AuditLine;
import health.lifelong.profile.access.app.AuditLog;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The chain in PostgreSQL. */
@ApplicationScoped
public class PgAuditLog implements AuditLog {
  private static final String LINES =
      "SELECT hash || ' ' || body FROM audit_record WHERE seq > $1 ORDER BY seq LIMIT $2";
  private static final String HEADS = "SELECT line FROM audit_head WHERE size > $1 ORDER BY size";
  private static final String LAST_HEAD = "SELECT line FROM audit_head ORDER BY size DESC LIMIT 1";
  private static final String END = "SELECT size, hash FROM audit_end";
  private static final String KEEP =
      "INSERT INTO audit_head (size, line) VALUES ($1, $2) ON CONFLICT (size) DO NOTHING";

  private final Pool pool;
  private final ScopedTransactions transactions;

  PgAuditLog(Pool pool, ScopedTransactions transactions) {
    this.pool = pool;
    this.transactions = transactions;
  }

  @Override
  public Uni<List<String>> lines(long after, int limit) {
    return transactions
        .as(Job.AUDIT, all -> all.preparedQuery(LINES).execute(Tuple.of(after, limit)))
        .map(PgAuditLog::texts);
  }

  @Override
  public Uni<List<String>> heads(long after) {
    return pool.preparedQuery(HEADS).execute(Tuple.of(after)).map(PgAuditLog::texts);
  }

  private static List<String> texts(RowSet<Row> rows) {
    return rows.stream().map(row -> row.getString(0)).toList();
  }

  @Override
  public Uni<End> signed() {
    return pool.preparedQuery(LAST_HEAD)
        .execute()
        .map(
            rows ->
                texts(rows).stream()
                    .map(AuditHead::read)
                    .map(head -> new End(head.size(), head.hash()))
                    .findFirst()
                    .orElse(new End(0, AuditLine.BEGINNING)));
  }

  @Override
  public Uni<End> end() {
    return pool.preparedQuery(END)
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row -> new End(row.getLong(0), row.getString(1)));
  }

  @Override
  public Uni<Void> keep(AuditHead head) {
    return pool.preparedQuery(KEEP).execute(Tuple.of(head.size(), head.line())).replaceWithVoid();
  }
}
