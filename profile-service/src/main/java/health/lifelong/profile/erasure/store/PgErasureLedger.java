package health.lifelong.profile.erasure.store;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.erasure.app.ErasureLedger;
import health.lifelong.profile.erasure.domain.Erasure;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The erasure ledger in the key store. */
@ApplicationScoped
class PgErasureLedger implements ErasureLedger {
  private static final String COLUMNS =
      "SELECT sequence, person_id, erased_at, receipts FROM erasure";
  // One statement: the line and the end of the keys stand or fall together.
  private static final String WRITE =
      """
      WITH line AS (
        INSERT INTO erasure (person_id, receipts) VALUES ($1, $2) ON CONFLICT (person_id) DO NOTHING
      ), locked AS (
        UPDATE data_key d SET locked_until = k.until FROM unnest($3::smallint[], $4::date[]) k(category, until)
        WHERE d.person_id = $1 AND d.category = k.category AND d.locked_until IS NULL
      )
      DELETE FROM data_key WHERE person_id = $1 AND category <> ALL($3)
      """;
  private static final String ENDED =
      """
      SELECT e.person_id, k.category FROM (
        SELECT DISTINCT person_id FROM data_key WHERE locked_until < $1 LIMIT $2
      ) e LEFT JOIN data_key k ON k.person_id = e.person_id AND k.locked_until >= $1
      """;
  private static final String LOCKED =
      "SELECT DISTINCT category FROM data_key WHERE person_id = $1 AND locked_until IS NOT NULL";
  private static final String DESTROY_ENDED =
      "DELETE FROM data_key WHERE person_id = $1 AND locked_until < $2";

  private final Pool pool;

  PgErasureLedger(@ReactiveDataSource("keys") Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<Void> write(
      UUID personId, Collection<String> receipts, Map<String, LocalDate> lockedUntil) {
    List<String> categories = List.copyOf(lockedUntil.keySet());
    Tuple parameters =
        Tuple.tuple()
            .addUUID(personId)
            .addValue(receipts.toArray(String[]::new))
            .addValue(
                categories.stream()
                    .map(code -> (short) Category.ofCode(code).number())
                    .toArray(Short[]::new))
            .addValue(categories.stream().map(lockedUntil::get).toArray(LocalDate[]::new));
    return pool.preparedQuery(WRITE).execute(parameters).replaceWithVoid();
  }

  @Override
  public Uni<Optional<Erasure>> find(UUID personId) {
    return pool.preparedQuery(COLUMNS + " WHERE person_id = $1")
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().findFirst().map(PgErasureLedger::erasure));
  }

  @Override
  public Uni<List<Erasure>> after(long sequence, int limit) {
    return pool.preparedQuery(COLUMNS + " WHERE sequence > $1 ORDER BY sequence LIMIT $2")
        .execute(Tuple.of(sequence, limit))
        .map(rows -> rows.stream().map(PgErasureLedger::erasure).toList());
  }

  private static Erasure erasure(Row row) {
    return new Erasure(
        row.getLong(0),
        row.getUUID(1),
        row.getOffsetDateTime(2).toInstant(),
        List.of(row.getArrayOfStrings(3)));
  }

  @Override
  public Uni<Map<UUID, Set<String>>> ended(LocalDate day, int limit) {
    return pool.preparedQuery(ENDED).execute(Tuple.of(day, limit)).map(PgErasureLedger::kept);
  }

  private static Map<UUID, Set<String>> kept(RowSet<Row> rows) {
    Map<UUID, Set<String>> kept = new HashMap<>();
    for (Row row : rows) {
      Set<String> categories = kept.computeIfAbsent(row.getUUID(0), id -> new HashSet<>());
      Short category = row.getShort(1);
      if (category != null) {
        categories.add(Category.of(category).code());
      }
    }
    return kept;
  }

  @Override
  public Uni<Set<String>> locked(UUID personId) {
    return pool.preparedQuery(LOCKED)
        .execute(Tuple.of(personId))
        .map(
            rows -> {
              Set<String> categories = new HashSet<>();
              rows.forEach(row -> categories.add(Category.of(row.getShort(0)).code()));
              return categories;
            });
  }

  @Override
  public Uni<Void> destroyEnded(UUID personId, LocalDate day) {
    return pool.preparedQuery(DESTROY_ENDED).execute(Tuple.of(personId, day)).replaceWithVoid();
  }
}
