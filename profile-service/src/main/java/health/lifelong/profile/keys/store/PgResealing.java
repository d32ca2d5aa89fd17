package health.lifelong.profile.keys.store;

import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.app.Resealing;
import health.lifelong.profile.keys.app.WrappedKey;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Seals fields anew, column by column of {@link SealedColumn}. */
@ApplicationScoped
class PgResealing implements Resealing {
  private static final String LOCK = "SELECT FROM person WHERE person_id = $1 FOR UPDATE";
  private static final String KEY_WORK = "SET LOCAL lifelong.key_work = 'on'";
  // Bytes 2 and 3 of a field name its key.
  private static final String FIELDS =
      "SELECT %3$s, %2$s FROM %1$s WHERE person_id = $1 AND substring(%2$s FROM 2 FOR 2) = $2";
  private static final String REPLACE =
      """
      UPDATE %1$s SET %2$s = n.field FROM unnest($2::text[], $3::bytea[]) n(row, field)
      WHERE person_id = $1 AND (%3$s) = n.row
      """;
  private static final String COUNT =
      Arrays.stream(SealedColumn.values())
          .map(
              column ->
                  "(SELECT count(*) FROM %1$s WHERE person_id = $1 AND substring(%2$s FROM 2 FOR 2) = $2)"
                      .formatted(column.table(), column.column()))
          .collect(Collectors.joining(" + ", "SELECT ", ""));

  @Override
  public Uni<Boolean> lock(SqlConnection transaction, UUID personId) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(personId))
        .map(rows -> rows.size() == 1);
  }

  @Override
  public Uni<Integer> reseal(SqlConnection transaction, WrappedKey key, KeyRing ring) {
    return transaction
        .query(KEY_WORK)
        .execute()
        .chain(
            () ->
                Multi.createFrom()
                    .items(Arrays.stream(SealedColumn.values()))
                    .onItem()
                    .transformToUniAndConcatenate(column -> reseal(transaction, column, key, ring))
                    .collect()
                    .with(Collectors.summingInt(Integer::intValue)));
  }

  private static Uni<Integer> reseal(
      SqlConnection transaction, SealedColumn column, WrappedKey key, KeyRing ring) {
    return transaction
        .preparedQuery(sql(FIELDS, column))
        .execute(Tuple.of(key.personId(), id(key)))
        .chain(
            fields ->
                fields.size() == 0
                    ? Uni.createFrom().item(0)
                    : replace(transaction, column, key, fields, ring));
  }

  private static Uni<Integer> replace(
      SqlConnection transaction,
      SealedColumn column,
      WrappedKey key,
      RowSet<Row> fields,
      KeyRing ring) {
    String[] rows = new String[fields.size()];
    Buffer[] sealed = new Buffer[fields.size()];
    int next = 0;
    for (Row row : fields) {
      Place place = new Place(column, row.getString(0), key.personId());
      byte[] plain = ring.open(place, row.getBuffer(1).getBytes());
      rows[next] = place.row();
      sealed[next++] = Buffer.buffer(ring.seal(place, key.category(), plain));
    }
    return transaction
        .preparedQuery(sql(REPLACE, column))
        .execute(Tuple.tuple().addUUID(key.personId()).addValue(rows).addValue(sealed))
        .map(RowSet::rowCount);
  }

  @Override
  public Uni<Integer> count(SqlConnection transaction, WrappedKey key) {
    return transaction
        .preparedQuery(COUNT)
        .execute(Tuple.of(key.personId(), id(key)))
        .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  private static String sql(String template, SealedColumn column) {
    return template.formatted(column.table(), column.column(), column.row());
  }

  private static Buffer id(WrappedKey key) {
    return Buffer.buffer(new byte[] {(byte) key.category().number(), (byte) key.generation()});
  }
}
