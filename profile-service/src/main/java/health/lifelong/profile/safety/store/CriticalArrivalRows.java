package health.lifelong.profile.safety.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TIMESTAMPTZ;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.PersonKeys;
import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.safety.app.CriticalStore.Moved;
import health.lifelong.profile.safety.domain.Arrived;
import health.lifelong.profile.safety.domain.Arrived.Closing;
import health.lifelong.profile.safety.domain.Arrived.Raised;
import health.lifelong.profile.safety.domain.Arrived.Settled;
import health.lifelong.profile.safety.domain.CriticalValue;
import health.lifelong.profile.safety.domain.CriticalValuesJob;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What arrival does to the rows: closes what no longer holds, then opens what is new. */
final class CriticalArrivalRows {
  private static final String STANDING =
      """
      SELECT c.person_id, c.natural_key, c.critical_id, c.comparator, c.value_cipher
      FROM unnest($1::uuid[], $2::uuid[]) k(person_id, natural_key) JOIN critical_result c USING (person_id, natural_key)
      WHERE c.state <> 3
      """;
  private static final String CLOSE =
      """
      WITH closed AS (
        UPDATE critical_result c SET state = 3, due_at = NULL
        FROM unnest($1::uuid[], $2::uuid[], $3::text[]) k(person_id, critical_id, closing)
        WHERE c.person_id = k.person_id AND c.critical_id = k.critical_id AND c.state <> 3
        RETURNING c.person_id, c.critical_id, c.level, k.closing
      ), kept AS (
        INSERT INTO critical_result_event (person_id, critical_id, kind, level, actor_role, actor, detail)
        SELECT person_id, critical_id, 5, level, $4, $5, closing FROM closed
      )
      SELECT person_id FROM closed
      """;
  private static final UnnestInsert OPEN =
      UnnestInsert.into("critical_result")
          .column("person_id", UUID)
          .column("critical_id", UUID)
          .column("natural_key", UUID)
          .column("checkup_no", INT)
          .column("delivery_no", INT)
          .column("centre", TEXT)
          .column("value_cipher", BYTEA)
          .column("comparator", SMALLINT)
          .column("implausible", BOOLEAN)
          .column("effective_start", BIGINT)
          .column("offset_minutes", SMALLINT)
          .column("time_precision", SMALLINT)
          .column("due_at", TIMESTAMPTZ)
          .then("ON CONFLICT (person_id, natural_key) WHERE state <> 3 DO NOTHING")
          .build();
  private static final String OPENED =
      """
      WITH kept AS (
        INSERT INTO critical_result_event (person_id, critical_id, kind, level, actor_role, actor, detail)
        SELECT c.person_id, c.critical_id, 1, 0, $3, $4, ''
        FROM unnest($1::uuid[], $2::uuid[]) k(person_id, critical_id)
        JOIN critical_result c USING (person_id, critical_id)
        RETURNING person_id
      )
      SELECT person_id FROM kept
      """;

  private static final Caller JOB = CriticalValuesJob.IDENTITY;

  private final Supplier<UUID> ids;
  private final Clock clock = Clock.systemUTC();

  CriticalArrivalRows(Supplier<UUID> ids) {
    this.ids = ids;
  }

  Uni<List<Moved>> take(
      SqlConnection transaction, List<Arrived> arrived, Instant toldSince, KeyRing ring) {
    List<@Nullable Object[]> opening = new ArrayList<>();
    for (Arrived one : arrived) {
      if (one instanceof Raised raised) {
        opening.add(cells(raised, toldSince, ring));
      }
    }
    List<Moved> moved = new ArrayList<>();
    return transaction
        .preparedQuery(STANDING)
        .execute(PersonKeys.arrays(arrived.stream().map(Arrived::key).toList()))
        .map(standing -> ending(arrived, standing, ring))
        .chain(ending -> close(transaction, ending))
        .invoke(rows -> rows.forEach(row -> moved.add(new Moved(row.getUUID(0), false))))
        .chain(() -> open(transaction, opening))
        .invoke(rows -> rows.forEach(row -> moved.add(new Moved(row.getUUID(0), true))))
        .map(rows -> List.copyOf(moved));
  }

  private record Ending(UUID personId, UUID criticalId, Closing closing) {}

  // What stands with the same number stays: a preliminary value that becomes final is told once.
  private static List<Ending> ending(List<Arrived> arrived, RowSet<Row> standing, KeyRing ring) {
    Map<PersonKey, Row> rows = new HashMap<>();
    standing.forEach(row -> rows.put(PersonKeys.of(row), row));
    List<Ending> ending = new ArrayList<>();
    for (Arrived one : arrived) {
      Row row = rows.get(one.key());
      if (row == null) {
        continue;
      }
      UUID id = row.getUUID("critical_id");
      switch (one) {
        case Raised raised when CriticalRows.isSame(raised.value(), row, ring) -> {}
        case Raised raised -> ending.add(new Ending(one.key().personId(), id, Closing.CORRECTED));
        case Settled settled -> ending.add(new Ending(one.key().personId(), id, settled.closing()));
      }
    }
    return ending;
  }

  private static Uni<RowSet<Row>> close(SqlConnection transaction, List<Ending> ending) {
    Tuple parameters =
        Tuple.tuple()
            .addValue(ending.stream().map(Ending::personId).toArray(UUID[]::new))
            .addValue(ending.stream().map(Ending::criticalId).toArray(UUID[]::new))
            .addValue(ending.stream().map(e -> word(e.closing())).toArray(String[]::new))
            .addString(JOB.role().word())
            .addString(JOB.subject());
    return transaction.preparedQuery(CLOSE).execute(parameters);
  }

  private static String word(Closing closing) {
    return switch (closing) {
      case WITHDRAWN -> "withdrawn";
      case CORRECTED -> "corrected";
    };
  }

  private Uni<RowSet<Row>> open(SqlConnection transaction, List<@Nullable Object[]> rows) {
    UUID[] persons = rows.stream().map(row -> (UUID) row[0]).toArray(UUID[]::new);
    UUID[] ids = rows.stream().map(row -> (UUID) row[1]).toArray(UUID[]::new);
    Tuple opened = Tuple.tuple().addValue(persons).addValue(ids);
    opened.addString(JOB.role().word()).addString(JOB.subject());
    return OPEN.execute(transaction, rows)
        .chain(() -> transaction.preparedQuery(OPENED).execute(opened));
  }

  private @Nullable Object[] cells(Raised raised, Instant toldSince, KeyRing ring) {
    CriticalValue value = raised.value();
    CriticalValue.TakenAt taken = value.takenAt();
    UUID id = ids.get();
    return new @Nullable Object[] {
      raised.key().personId(),
      id,
      raised.key().key(),
      raised.checkupNo(),
      raised.deliveryNo(),
      raised.centre(),
      CriticalRows.sealed(value, raised.key().personId(), id, ring),
      (short) value.comparator(),
      value.implausible(),
      taken == null ? null : taken.startMicros(),
      taken == null || taken.offsetMinutes() == null ? null : taken.offsetMinutes().shortValue(),
      taken == null ? null : (short) taken.precision(),
      isOld(taken, toldSince) ? null : OffsetDateTime.now(clock)
    };
  }

  // Without a time nobody knows that it is old.
  private static boolean isOld(CriticalValue.@Nullable TakenAt taken, Instant toldSince) {
    return taken != null
        && taken.startMicros() < ChronoUnit.MICROS.between(Instant.EPOCH, toldSince);
  }
}
