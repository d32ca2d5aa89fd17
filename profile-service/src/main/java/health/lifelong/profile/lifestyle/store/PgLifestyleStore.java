package health.lifelong.profile.lifestyle.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.DATE;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.PersonKeys;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.lifestyle.app.LifestyleStore;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
  private static final int WORDS = 3;
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
          .column("words_cipher", BYTEA)
          .column("inputs_hash", TEXT)
          .replacing("person_id, natural_key, delivery_no")
          .build();

  @Override
  public Uni<Map<PersonKey, Head>> heads(SqlConnection transaction, Collection<PersonKey> keys) {
    return PersonKeys.heads(transaction, "lifestyle_day", keys);
  }

  @Override
  public Uni<Void> write(SqlConnection transaction, List<NewDay> days, KeyRing ring) {
    return INSERT
        .execute(transaction, days.stream().map(day -> cells(day, ring)).toList())
        .replaceWithVoid();
  }

  private static @Nullable Object[] cells(NewDay version, KeyRing ring) {
    LifestyleDay day = version.day();
    UUID person = version.key().personId();
    Place place = place(person, version.key().key(), version.head().deliveryNo());
    byte[] words =
        ring.sealWords(
            place,
            Category.LIFESTYLE,
            List.of(day.source(), String.join(SEPARATOR, day.sources()), day.algorithmVersion()));
    return new @Nullable Object[] {
      person,
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
      words == null ? null : Buffer.buffer(words),
      day.inputsHash()
    };
  }

  private static Place place(UUID person, UUID key, int deliveryNo) {
    return Place.of(SealedColumn.DAY_WORDS, person, key, deliveryNo);
  }

  @Override
  public Uni<List<LifestyleDay>> days(SqlClient client, UUID personId, KeyRing ring) {
    return client
        .preparedQuery(CURRENT)
        .execute(Tuple.of(personId))
        .map(rows -> rows.stream().map(row -> day(personId, row, ring)).toList());
  }

  private static LifestyleDay day(UUID personId, Row row, KeyRing ring) {
    Short comparator = row.getShort("comparator");
    Place place = place(personId, row.getUUID("natural_key"), row.getInteger("delivery_no"));
    List<String> words =
        ring.openWords(place, row.getBuffer("words_cipher").getBytes(), WORDS).stream()
            .map(word -> word == null ? "" : word)
            .toList();
    String sources = words.get(1);
    return new LifestyleDay(
        row.getLocalDate("local_day"),
        row.getString("signal"),
        row.getString("value"),
        row.getString("unit"),
        comparator == null ? 0 : comparator,
        row.getString("statistic"),
        words.get(0),
        sources.isEmpty() ? List.of() : List.of(sources.split(SEPARATOR, -1)),
        row.getInteger("samples"),
        row.getInteger("coverage_minutes"),
        words.get(2),
        row.getString("inputs_hash"),
        row.getBoolean("zone_assumed"));
  }
}
