package health.lifelong.profile.change.store;

import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.PersonKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Set-wise look-up by (person, natural key). */
public final class PersonKeys {
  private PersonKeys() {}

  /** The keys as two arrays, for {@code unnest($1::uuid[], $2::uuid[])}. */
  public static Tuple arrays(Collection<PersonKey> keys) {
    return Tuple.tuple()
        .addValue(keys.stream().map(PersonKey::personId).toArray(UUID[]::new))
        .addValue(keys.stream().map(PersonKey::key).toArray(UUID[]::new));
  }

  /** The key in the first two columns of a row. */
  public static PersonKey of(Row row) {
    return new PersonKey(row.getUUID(0), row.getUUID(1));
  }

  /** The current versions of facts in a table whose versions stand side by side. */
  public static Uni<Map<PersonKey, Head>> heads(
      SqlConnection transaction, String table, Collection<PersonKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    String sql =
        """
        SELECT DISTINCT ON (t.person_id, t.natural_key) t.person_id, t.natural_key, t.delivery_no, t.content_hash
        FROM unnest($1::uuid[], $2::uuid[]) k(person_id, natural_key) JOIN %s t USING (person_id, natural_key)
        ORDER BY t.person_id, t.natural_key, t.delivery_no DESC
        """
            .formatted(table);
    return transaction.preparedQuery(sql).execute(arrays(keys)).map(PersonKeys::heads);
  }

  private static Map<PersonKey, Head> heads(RowSet<Row> rows) {
    Map<PersonKey, Head> heads = new HashMap<>();
    rows.forEach(row -> heads.put(of(row), new Head(row.getInteger(2), row.getUUID(3))));
    return heads;
  }
}
