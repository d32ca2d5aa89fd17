package health.lifelong.profile.safety.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.BOOLEAN;
import static health.lifelong.profile.change.store.UnnestInsert.Type.INT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.SMALLINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TIMESTAMPTZ;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.change.store.UnnestInsert;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What arrival does to the rows: closes what no longer holds, then opens what is new. */
final class CriticalArrivalRows {
  // What stands with the same number stays: a preliminary value that becomes final is told once.
  private static final String CLOSE =
      """
      WITH closed AS (
        UPDATE critical_result c SET state = 3, due_at = NULL
        FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[])
             k(person_id, natural_key, closing, value, unit, comparator)
        WHERE c.person_id = k.person_id AND c.natural_key = k.natural_key AND c.state <> 3
          AND (k.value::numeric, k.unit, k.comparator)
              IS DISTINCT FROM (c.value::numeric, c.unit, c.comparator)
        RETURNING c.person_id, c.critical_id, c.level, k.closing
      ), kept AS (
        INSERT INTO critical_result_event (person_id, critical_id, kind, level, actor_role, actor, detail)
        SELECT person_id, critical_id, 5, level, $7, $8, closing FROM closed
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
          .column("item_code", TEXT)
          .column("value", TEXT)
          .column("unit", TEXT)
          .column("comparator", SMALLINT)
          .column("rule", TEXT)
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
        SELECT c.person_id, c.critical_id, 1, 0, $3, $4, c.rule
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

  Uni<List<Moved>> take(SqlConnection transaction, List<Arrived> arrived, Instant toldSince) {
    List<@Nullable Object[]> opening = new ArrayList<>();
    for (Arrived one : arrived) {
      if (one instanceof Raised raised) {
        opening.add(cells(raised, toldSince));
      }
    }
    List<Moved> moved = new ArrayList<>();
    return close(transaction, arrived)
        .invoke(rows -> rows.forEach(row -> moved.add(new Moved(row.getUUID(0), false))))
        .chain(() -> open(transaction, opening))
        .invoke(rows -> rows.forEach(row -> moved.add(new Moved(row.getUUID(0), true))))
        .map(rows -> List.copyOf(moved));
  }

  private Uni<RowSet<Row>> close(SqlConnection transaction, List<Arrived> arrived) {
    int size = arrived.size();
    UUID[] persons = new UUID[size];
    UUID[] keys = new UUID[size];
    String[] closings = new String[size];
    @Nullable String[] values = new String[size];
    @Nullable String[] units = new String[size];
    @Nullable Short[] comparators = new Short[size];
    for (int i = 0; i < size; i++) {
      Arrived one = arrived.get(i);
      persons[i] = one.key().personId();
      keys[i] = one.key().key();
      switch (one) {
        case Raised raised -> {
          closings[i] = word(Closing.CORRECTED);
          values[i] = raised.value().value();
          units[i] = raised.value().unit();
          comparators[i] = (short) raised.value().comparator();
        }
        case Settled settled -> closings[i] = word(settled.closing());
      }
    }
    Tuple parameters = Tuple.tuple().addValue(persons).addValue(keys).addValue(closings);
    parameters.addValue(values).addValue(units).addValue(comparators);
    parameters.addString(JOB.role().word()).addString(JOB.subject());
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

  private @Nullable Object[] cells(Raised raised, Instant toldSince) {
    CriticalValue value = raised.value();
    CriticalValue.TakenAt taken = value.takenAt();
    return new @Nullable Object[] {
      raised.key().personId(),
      ids.get(),
      raised.key().key(),
      raised.checkupNo(),
      raised.deliveryNo(),
      raised.centre(),
      value.itemCode(),
      value.value(),
      value.unit(),
      (short) value.comparator(),
      value.rule(),
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
