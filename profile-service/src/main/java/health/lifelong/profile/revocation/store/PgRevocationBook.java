package health.lifelong.profile.revocation.store;

import health.lifelong.platform.gate.RevocationSource;
import health.lifelong.platform.token.Revocation;
import health.lifelong.platform.token.Revocation.Kind;
import health.lifelong.profile.revocation.app.RevocationBook;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Revocations as rows; also where this service's own gate reads them. */
@ApplicationScoped
public class PgRevocationBook implements RevocationBook, RevocationSource {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String REVOKE =
      """
      WITH forgotten AS (
        DELETE FROM token_revocation
        WHERE revoked_at < now() - make_interval(secs => $3) AND (kind, value) <> ($1, $2)
      )
      INSERT INTO token_revocation (kind, value, revoked_at) VALUES ($1, $2, now())
      ON CONFLICT (kind, value) DO UPDATE SET revoked_at = excluded.revoked_at
      RETURNING kind, value, revoked_at
      """;
  private static final String IN_FORCE =
      """
      SELECT kind, value, revoked_at FROM token_revocation
      WHERE revoked_at >= now() - make_interval(secs => $1)
      """;

  private final Pool pool;

  PgRevocationBook(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Revocation> revoke(Kind kind, String value) {
    return pool.preparedQuery(REVOKE)
        .execute(Tuple.of(code(kind), value, remembered()))
        .map(rows -> revocation(rows.iterator().next()));
  }

  @Override
  public Uni<List<Revocation>> inForce() {
    return pool.preparedQuery(IN_FORCE)
        .execute(Tuple.of(remembered()))
        .map(PgRevocationBook::revocations);
  }

  @Override
  public List<Revocation> read() {
    return inForce().await().atMost(PATIENCE);
  }

  private static double remembered() {
    return Revocation.REMEMBERED.toSeconds();
  }

  private static List<Revocation> revocations(RowSet<Row> rows) {
    List<Revocation> all = new ArrayList<>();
    rows.forEach(row -> all.add(revocation(row)));
    return List.copyOf(all);
  }

  private static Revocation revocation(Row row) {
    return new Revocation(
        Kind.values()[row.getShort("kind") - 1],
        row.getString("value"),
        row.getOffsetDateTime("revoked_at").toInstant());
  }

  private static short code(Kind kind) {
    return switch (kind) {
      case TOKEN -> 1;
      case SESSION -> 2;
      case PERSON -> 3;
      case CLIENT -> 4;
    };
  }
}
