package health.lifelong.profile.lifestyle.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.DATE;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.PersonKeys;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.lifestyle.app.LifestyleStore;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lifestyle days in PostgreSQL. */
@ApplicationScoped
public class PgLifestyleStore implements LifestyleStore {
  private static final String SEPARATOR = "\u001F";
  private static final String CURRENT =
      """
      SELECT * FROM (
        SELECT DISTINCT ON (natural_key) * FROM lifestyle_day
        WHERE person_id = $1 ORDER BY natural_key, delivery_no DESC
      ) d ORDER BY local_day, signal COLLATE "C", statistic COLLATE "C", centre COLLATE "C"
      """;
  private static final UnnestInsert INSERT =
      UnnestInsert.into("lifestyle_day")
          .column("person_id", UUID)
          .column("natural_key", UUID)
          .column("delivery_no", INT)
          .column("content_hash", UUID)
          .column("local_day", DATE)
          .column("samples", INT)
          .column("coverage_minutes", INT)
          .column("comparator", SMALLINT)
          .column("zone_assumed", BOOLEAN)
          .column("signal", TEXT)
          .column("statistic", TEXT)
          .column("centre", TEXT)
          .column("value", TEXT)
          .column("unit", TEXT)
          .column("source", TEXT)
          .column("sources", TEXT)
          .column("algorithm_version", TEXT)
          .column("inputs_hash", TEXT)
          .replacing("person_id, natural_key, delivery_no")
          .build();

  @Override
  public Uni<Map<PersonKey, Head>> heads(SqlConnection transaction, Collection<PersonKey> keys) {
    return PersonKeys.heads(transaction, "lifestyle_day", keys);
  }

  @Override
  public Uni<Void> write(SqlConnection transaction, List<NewDay> days) {
    return INSERT
        .execute(transaction, days.stream().map(PgLifestyleStore::cells).toList())
        .replaceWithVoid();
  }

  private static @Nullable Object[] cells(NewDay version) {
    LifestyleDay day = version.day();
    return new @Nullable Object[] {
      version.key().personId(),
      version.key().key(),
      version.head().deliveryNo(),
      version.head().contentHash(),
      day.day(),
      day.samples(),
      day.coverageMinutes(),
      day.comparator() == 0 ? null : (short) day.comparator(),
      day.zoneAssumed(),
      day.signal(),
      day.statistic(),
      version.centre(),
      day.value(),
      day.unit(),
      day.source(),
      String.join(SEPARATOR, day.sources()),
      day.algorithmVersion(),
      day.inputsHash()
    };
  }

  @Override
  public Uni<List<LifestyleDay>> days(SqlClient client, UUID personId) {
    return client
        .preparedQuery(CURRENT)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(PgLifestyleStore::day).toList());
  }

  private static LifestyleDay day(Row row) {
    Short comparator = row.getShort("comparator");
    String sources = row.getString("sources");
    return new LifestyleDay(
        row.getLocalDate("local_day"),
        row.getString("signal"),
        row.getString("value"),
        row.getString("unit"),
        comparator == null ? 0 : comparator,
        row.getString("statistic"),
        row.getString("source"),
        sources.isEmpty() ? List.of() : List.of(sources.split(SEPARATOR, -1)),
        row.getInteger("samples"),
        row.getInteger("coverage_minutes"),
        row.getString("algorithm_version"),
        row.getString("inputs_hash"),
        row.getBoolean("zone_assumed"));
  }
}
