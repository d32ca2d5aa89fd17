package health.lifelong.profile.keys.store;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.keys.app.KeyVault;
import health.lifelong.profile.keys.app.WrappedKey;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Wrapped keys in a PostgreSQL database of their own. */
@ApplicationScoped
public class PgKeyVault implements KeyVault {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String FOREIGN_KEY_VIOLATION = "23503";
  private static final String KEYS =
      """
      SELECT d.person_id, d.category, d.generation, d.kek_id, d.wrapped, coalesce(d.created_at <= r.requested_at, false)
      FROM data_key d LEFT JOIN rotation r USING (category)
      """;
  private static final String FIND =
      KEYS + " WHERE d.person_id = ANY($1) AND d.locked_until IS NULL";
  private static final String UNDER = KEYS + " WHERE d.kek_id = $1 LIMIT $2";
  private static final String RETIRING =
      KEYS
          + """
          WHERE d.created_at <= r.requested_at AND d.locked_until IS NULL AND d.person_id > $1
          ORDER BY d.person_id, d.category LIMIT $2
          """;
  private static final String ADD =
      """
      INSERT INTO data_key (person_id, category, generation, kek_id, wrapped)
      SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::int[], $5::bytea[])
      """;
  private static final String REWRAP =
      """
      UPDATE data_key d SET kek_id = n.kek_id, wrapped = n.wrapped
      FROM unnest($1::uuid[], $2::smallint[], $3::smallint[], $4::int[], $5::bytea[], $6::int[])
           n(person_id, category, generation, kek_id, wrapped, before)
      WHERE d.person_id = n.person_id AND d.category = n.category AND d.generation = n.generation
        AND d.kek_id = n.before
      """;
  private static final String ENCRYPTION_KEYS =
      """
      SELECT kek_id, category, generation, wrapped FROM key_encryption_key WHERE country = $1
      ORDER BY category, generation
      """;
  private static final String ADD_ENCRYPTION_KEY =
      """
      INSERT INTO key_encryption_key (country, category, generation, wrapped) VALUES ($1, $2, $3, $4)
      ON CONFLICT DO NOTHING
      """;
  private static final String DESTROY_ENCRYPTION_KEY =
      "DELETE FROM key_encryption_key WHERE kek_id = $1";
  private static final String RETIRE =
      """
      INSERT INTO rotation (category, requested_at) VALUES ($1, clock_timestamp())
      ON CONFLICT (category) DO UPDATE SET requested_at = excluded.requested_at
      """;
  private static final String DESTROY =
      "DELETE FROM data_key WHERE person_id = $1 AND category = $2 AND generation = $3";
  private static final String COUNTS =
      """
      SELECT k.category, k.generation, count(d.person_id),
             count(d.person_id) FILTER (WHERE d.created_at <= r.requested_at)
      FROM key_encryption_key k LEFT JOIN data_key d USING (kek_id) LEFT JOIN rotation r ON r.category = k.category
      WHERE k.country = $1 GROUP BY k.category, k.generation ORDER BY k.category, k.generation
      """;

  private final Pool pool;
  private final String country;

  PgKeyVault(@ReactiveDataSource("keys") Pool pool, Country country) {
    this.pool = pool;
    this.country = country.code();
  }

  @Override
  public Uni<List<WrappedKey>> find(Collection<UUID> persons) {
    return keys(FIND, Tuple.tuple().addValue(persons.toArray(UUID[]::new)));
  }

  private Uni<List<WrappedKey>> keys(String sql, Tuple parameters) {
    return pool.preparedQuery(sql)
        .execute(parameters)
        .map(rows -> rows.stream().map(PgKeyVault::key).toList());
  }

  private static WrappedKey key(Row row) {
    return new WrappedKey(
        row.getUUID(0),
        Category.of(row.getShort(1)),
        row.getShort(2),
        row.getInteger(3),
        row.getBuffer(4).getBytes(),
        row.getBoolean(5));
  }

  @Override
  public Uni<Boolean> add(List<WrappedKey> keys) {
    return pool.preparedQuery(ADD)
        .execute(columns(keys))
        .replaceWith(true)
        .onFailure(PgKeyVault::isTaken)
        .recoverWithItem(false);
  }

  private static boolean isTaken(Throwable failure) {
    return failure instanceof PgException error
        && (UNIQUE_VIOLATION.equals(error.getSqlState())
            || FOREIGN_KEY_VIOLATION.equals(error.getSqlState()));
  }

  private static Tuple columns(List<WrappedKey> keys) {
    return Tuple.tuple()
        .addValue(keys.stream().map(WrappedKey::personId).toArray(UUID[]::new))
        .addValue(keys.stream().map(key -> (short) key.category().number()).toArray(Short[]::new))
        .addValue(keys.stream().map(key -> (short) key.generation()).toArray(Short[]::new))
        .addValue(keys.stream().map(WrappedKey::encryptionKey).toArray(Integer[]::new))
        .addValue(keys.stream().map(key -> Buffer.buffer(key.wrapped())).toArray(Buffer[]::new));
  }

  @Override
  public Uni<List<EncryptionKey>> encryptionKeys() {
    return pool.preparedQuery(ENCRYPTION_KEYS)
        .execute(Tuple.of(country))
        .map(rows -> rows.stream().map(PgKeyVault::encryptionKey).toList());
  }

  private static EncryptionKey encryptionKey(Row row) {
    return new EncryptionKey(
        row.getInteger(0),
        Category.of(row.getShort(1)),
        row.getInteger(2),
        row.getBuffer(3).getBytes());
  }

  @Override
  public Uni<Void> addEncryptionKey(Category category, int generation, byte[] wrapped) {
    return pool.preparedQuery(ADD_ENCRYPTION_KEY)
        .execute(Tuple.of(country, (short) category.number(), generation, Buffer.buffer(wrapped)))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<WrappedKey>> under(int encryptionKey, int limit) {
    return keys(UNDER, Tuple.of(encryptionKey, limit));
  }

  @Override
  public Uni<Void> rewrap(List<WrappedKey> before, List<WrappedKey> after) {
    Tuple columns = columns(after);
    columns.addValue(before.stream().map(WrappedKey::encryptionKey).toArray(Integer[]::new));
    return pool.preparedQuery(REWRAP).execute(columns).replaceWithVoid();
  }

  @Override
  public Uni<Boolean> destroyEncryptionKey(int encryptionKey) {
    return pool.preparedQuery(DESTROY_ENCRYPTION_KEY)
        .execute(Tuple.of(encryptionKey))
        .replaceWith(true)
        .onFailure(PgKeyVault::isTaken)
        .recoverWithItem(false);
  }

  @Override
  public Uni<Void> retire(Category category) {
    return pool.preparedQuery(RETIRE)
        .execute(Tuple.of((short) category.number()))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<WrappedKey>> retiring(UUID after, int limit) {
    return keys(RETIRING, Tuple.of(after, limit));
  }

  @Override
  public Uni<Void> destroy(WrappedKey key) {
    return pool.preparedQuery(DESTROY)
        .execute(
            Tuple.of(key.personId(), (short) key.category().number(), (short) key.generation()))
        .replaceWithVoid();
  }

  @Override
  public Uni<List<KeyCount>> counts() {
    return pool.preparedQuery(COUNTS)
        .execute(Tuple.of(country))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new KeyCount(
                                Category.of(row.getShort(0)),
                                row.getInteger(1),
                                row.getLong(2),
                                row.getLong(3)))
                    .toList());
  }
}
