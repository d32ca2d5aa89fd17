package health.lifelong.profile.safety.store;

import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.person.app.TimeOrderedIds;
import health.lifelong.profile.safety.app.CriticalStore;
import health.lifelong.profile.safety.domain.Acknowledgement;
import health.lifelong.profile.safety.domain.Arrived;
import health.lifelong.profile.safety.domain.CriticalEvent;
import health.lifelong.profile.safety.domain.CriticalResult;
import health.lifelong.profile.safety.domain.CriticalState;
import health.lifelong.profile.safety.domain.CriticalValuesJob;
import health.lifelong.profile.safety.domain.Due;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Critical results in PostgreSQL. */
@ApplicationScoped
public class PgCriticalStore implements CriticalStore {
  private static final String DUE =
      """
      SELECT person_id, critical_id, centre, level FROM critical_result
      WHERE state = 1 AND due_at <= now() ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED
      """;
  // The database's clock decides what is due, so it also says when the next one is: replicas
  // whose clocks differ do not matter.
  private static final String ADVANCE =
      """
      WITH told AS (
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::boolean[], $6::boolean[],
                             $7::bigint[])
                      t(person_id, critical_id, level, detail, escalated, reached, again)
      ), moved AS (
        UPDATE critical_result c
        SET level = CASE WHEN t.reached THEN t.level ELSE c.level END,
            due_at = clock_timestamp() + t.again * interval '1 millisecond'
        FROM told t WHERE c.person_id = t.person_id AND c.critical_id = t.critical_id
      )
      INSERT INTO critical_result_event (person_id, critical_id, kind, level, actor_role, actor, detail)
      SELECT t.person_id, t.critical_id, e.kind, t.level, $8, $9, CASE WHEN e.kind = 2 THEN t.detail ELSE '' END
      FROM told t CROSS JOIN (VALUES (4, true), (2, false)) e(kind, only_escalated)
      WHERE t.reached AND (t.escalated OR NOT e.only_escalated)
      ORDER BY t.person_id, t.critical_id, e.only_escalated DESC
      """;
  private static final String RESULTS =
      """
      SELECT c.*, k.checkup_id, k.source_cipher
      FROM critical_result c JOIN checkup k ON k.person_id = c.person_id AND k.checkup_no = c.checkup_no
      """;
  private static final String OF_CENTRE =
      RESULTS
          + """
          WHERE c.centre = $1 AND ($2::smallint IS NULL OR c.state = $2) AND ($3::uuid IS NULL OR c.critical_id < $3)
          ORDER BY c.critical_id DESC LIMIT $4
          """;
  private static final String OF_ID = RESULTS + " WHERE c.critical_id = $1";
  private static final String EVENTS =
      """
      SELECT e.* FROM unnest($1::uuid[], $2::uuid[]) k(person_id, critical_id)
      JOIN critical_result_event e USING (person_id, critical_id) ORDER BY e.sequence
      """;
  // Keys are read under the lock, so that none of them is rotated away or destroyed meanwhile.
  private static final String LOCK = "SELECT FROM person WHERE person_id = $1 FOR UPDATE";
  private static final String ACKNOWLEDGE =
      """
      WITH done AS (
        UPDATE critical_result SET state = 2, due_at = NULL
        WHERE person_id = $1 AND critical_id = $2 AND state = 1
        RETURNING person_id, critical_id, level
      )
      INSERT INTO critical_result_event
        (person_id, critical_id, kind, level, actor_role, actor, detail, stated_at, note_cipher)
      SELECT person_id, critical_id, 3, level, $3, $4, $5, $6, $7 FROM done
      """;

  private final ScopedTransactions transactions;
  private final AuditStore audit;
  private final DataKeys keys;
  private final CriticalArrivalRows arrivals;

  PgCriticalStore(
      ScopedTransactions transactions, AuditStore audit, DataKeys keys, TimeOrderedIds ids) {
    this.transactions = transactions;
    this.audit = audit;
    this.keys = keys;
    this.arrivals = new CriticalArrivalRows(ids::next);
  }

  @Override
  public Uni<List<Moved>> arrive(
      SqlConnection transaction, List<Arrived> arrived, Instant toldSince, KeyRing ring) {
    return arrivals.take(transaction, arrived, toldSince, ring);
  }

  @Override
  public Uni<List<Due>> due(SqlConnection transaction, int limit) {
    return transaction
        .preparedQuery(DUE)
        .execute(Tuple.of(limit))
        .map(found -> found.stream().map(PgCriticalStore::due).toList());
  }

  private static Due due(Row row) {
    return new Due(row.getUUID(0), row.getUUID(1), row.getString(2), row.getShort(3));
  }

  @Override
  public Uni<Void> advance(SqlConnection transaction, List<Told> told) {
    if (told.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Tuple columns =
        Tuple.tuple()
            .addValue(told.stream().map(t -> t.due().personId()).toArray(UUID[]::new))
            .addValue(told.stream().map(t -> t.due().criticalId()).toArray(UUID[]::new))
            .addValue(told.stream().map(t -> (short) t.notice().to().level()).toArray(Short[]::new))
            .addValue(told.stream().map(t -> t.notice().to().name()).toArray(String[]::new))
            .addValue(told.stream().map(t -> t.notice().escalated()).toArray(Boolean[]::new))
            .addValue(told.stream().map(Told::reached).toArray(Boolean[]::new))
            .addValue(told.stream().map(t -> t.again().toMillis()).toArray(Long[]::new))
            .addString(CriticalValuesJob.IDENTITY.role().word())
            .addString(CriticalValuesJob.IDENTITY.subject());
    return transaction.preparedQuery(ADVANCE).execute(columns).replaceWithVoid();
  }

  @Override
  public Uni<List<CriticalResult>> list(
      String centre, @Nullable CriticalState state, @Nullable UUID before, int limit) {
    Tuple parameters =
        Tuple.tuple()
            .addString(centre)
            .addValue(state == null ? null : (short) state.number())
            .addValue(before)
            .addInteger(limit);
    return transactions.ofCentre(
        transaction ->
            transaction
                .preparedQuery(OF_CENTRE)
                .execute(parameters)
                .chain(found -> withEvents(transaction, found)));
  }

  @Override
  public Uni<Optional<CriticalResult>> find(UUID criticalId) {
    // Whose it is decides the caller: a refused try stands in the record of the person.
    return transactions
        .as(
            Job.CRITICAL_VALUES,
            transaction ->
                transaction
                    .preparedQuery(OF_ID)
                    .execute(Tuple.of(criticalId))
                    .chain(found -> withEvents(transaction, found)))
        .map(found -> found.stream().findFirst());
  }

  private Uni<List<CriticalResult>> withEvents(SqlConnection transaction, RowSet<Row> found) {
    Set<UUID> persons =
        found.stream().map(row -> row.getUUID("person_id")).collect(Collectors.toSet());
    Tuple named =
        Tuple.tuple()
            .addValue(found.stream().map(row -> row.getUUID("person_id")).toArray(UUID[]::new))
            .addValue(found.stream().map(row -> row.getUUID("critical_id")).toArray(UUID[]::new));
    return Uni.combine()
        .all()
        .unis(keys.of(persons), transaction.preparedQuery(EVENTS).execute(named))
        .with((ring, events) -> results(found, events(events, ring), ring));
  }

  private static List<CriticalResult> results(
      RowSet<Row> found, Map<UUID, List<CriticalEvent>> events, KeyRing ring) {
    return found.stream()
        .map(
            row ->
                CriticalRows.result(
                    row, events.getOrDefault(row.getUUID("critical_id"), List.of()), ring))
        .toList();
  }

  private static Map<UUID, List<CriticalEvent>> events(RowSet<Row> found, KeyRing ring) {
    Map<UUID, List<CriticalEvent>> events = new HashMap<>();
    for (Row row : found) {
      events
          .computeIfAbsent(row.getUUID("critical_id"), id -> new ArrayList<>())
          .add(CriticalRows.event(row, ring));
    }
    return events;
  }

  @Override
  public Uni<Void> acknowledge(
      CriticalResult result, Acknowledgement word, AccessEvent.Draft event) {
    UUID person = result.personId();
    return transactions.about(
        person,
        transaction ->
            transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(person))
                .chain(() -> keys.of(List.of(person)))
                .chain(
                    ring ->
                        transaction
                            .preparedQuery(ACKNOWLEDGE)
                            .execute(parameters(result, word, event.caller(), ring))
                            .chain(() -> keys.keep(ring)))
                .chain(() -> audit.append(transaction, List.of(event))));
  }

  private static Tuple parameters(
      CriticalResult result, Acknowledgement word, Caller caller, KeyRing ring) {
    return Tuple.tuple()
        .addUUID(result.personId())
        .addUUID(result.criticalId())
        .addString(caller.role().word())
        .addString(caller.subject())
        .addString(word.by())
        .addValue(time(word.at()))
        .addValue(CriticalRows.sealed(result, word.note(), ring));
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
