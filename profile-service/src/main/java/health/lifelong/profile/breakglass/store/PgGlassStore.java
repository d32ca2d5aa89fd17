package health.lifelong.profile.breakglass.store;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.breakglass.app.GlassStore;
import health.lifelong.profile.breakglass.domain.BreakGlass;
import health.lifelong.profile.breakglass.domain.BreakGlass.Basis;
import health.lifelong.profile.breakglass.domain.BreakGlass.Hold;
import health.lifelong.profile.breakglass.domain.BreakGlass.Review;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Broken glasses in PostgreSQL; what was written in free words is sealed. */
@ApplicationScoped
public class PgGlassStore implements GlassStore {
  private static final String OPEN =
      """
      INSERT INTO break_glass (person_id, break_glass_id, opened_at, ends_at, person_due_at, review_due_at, centre,
                               clinician, reason, reason_cipher, hold_basis)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """;
  private static final String OF_ID = "SELECT * FROM break_glass WHERE break_glass_id = $1";
  private static final String LIST =
      """
      SELECT * FROM break_glass WHERE NOT $1 OR reviewed_at IS NULL
      ORDER BY opened_at DESC, break_glass_id LIMIT $2
      """;
  private static final String REVIEW =
      """
      UPDATE break_glass SET reviewed_at = $3, reviewed_by = $4, justified = $5, review_cipher = $6
      WHERE person_id = $1 AND break_glass_id = $2 AND reviewed_at IS NULL
      """;
  private static final String HOLD =
      """
      UPDATE break_glass SET hold_approved_by = $3, person_due_at = $4
      WHERE person_id = $1 AND break_glass_id = $2 AND person_told_at IS NULL AND hold_approved_by IS NULL
      """;
  private static final String DUE =
      """
      SELECT person_id, break_glass_id, centre,
             officer_told_at IS NULL AS officer, person_told_at IS NULL AND person_due_at <= clock_timestamp() AS person
      FROM break_glass
      WHERE officer_told_at IS NULL OR (person_told_at IS NULL AND person_due_at <= clock_timestamp())
      ORDER BY person_due_at LIMIT $1 FOR UPDATE SKIP LOCKED
      """;
  private static final String TOLD =
      """
      UPDATE break_glass
      SET officer_told_at = CASE WHEN $3 THEN officer_told_at ELSE clock_timestamp() END,
          person_told_at = CASE WHEN $3 THEN clock_timestamp() ELSE person_told_at END
      WHERE person_id = $1 AND break_glass_id = $2
      """;
  private static final String WAITING =
      """
      SELECT count(*), count(*) FILTER (WHERE review_due_at < clock_timestamp())
      FROM break_glass WHERE reviewed_at IS NULL
      """;

  private final ScopedTransactions transactions;
  private final AuditStore audit;
  private final DataKeys keys;

  PgGlassStore(ScopedTransactions transactions, AuditStore audit, DataKeys keys) {
    this.transactions = transactions;
    this.audit = audit;
    this.keys = keys;
  }

  @Override
  public Uni<Void> open(BreakGlass glass, AccessEvent.Draft event) {
    Hold hold = glass.hold();
    return keys.of(List.of(glass.personId()))
        .chain(
            ring -> {
              Tuple cells =
                  Tuple.tuple()
                      .addUUID(glass.personId())
                      .addUUID(glass.id())
                      .addValue(time(glass.openedAt()))
                      .addValue(time(glass.endsAt()))
                      .addValue(time(glass.personDueAt()))
                      .addValue(time(glass.reviewDueAt()))
                      .addString(glass.centre())
                      .addString(glass.clinician())
                      .addString(glass.reason())
                      .addValue(sealed(ring, SealedColumn.GLASS_REASON, glass, glass.reasonText()))
                      .addValue(hold == null ? null : hold.basis().name().toLowerCase(Locale.ROOT));
              return audited(glass, OPEN, cells, ring, event);
            })
        .replaceWithVoid();
  }

  private Uni<Boolean> audited(
      BreakGlass glass, String sql, Tuple cells, KeyRing ring, AccessEvent.Draft event) {
    return transactions.about(
        glass.personId(),
        transaction ->
            transaction
                .preparedQuery(sql)
                .execute(cells)
                .map(rows -> rows.rowCount() > 0)
                .call(() -> keys.keep(ring))
                .call(() -> audit.append(transaction, List.of(event))));
  }

  @Override
  public Uni<Optional<BreakGlass>> find(UUID id) {
    return transactions
        .as(Job.BREAK_GLASS, all -> all.preparedQuery(OF_ID).execute(Tuple.of(id)))
        .chain(this::glasses)
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<List<BreakGlass>> list(boolean unreviewed, int limit) {
    return transactions
        .as(Job.BREAK_GLASS, all -> all.preparedQuery(LIST).execute(Tuple.of(unreviewed, limit)))
        .chain(this::glasses);
  }

  private Uni<List<BreakGlass>> glasses(RowSet<Row> rows) {
    List<UUID> persons = rows.stream().map(row -> row.getUUID("person_id")).distinct().toList();
    return keys.of(persons).map(ring -> rows.stream().map(row -> glass(row, ring)).toList());
  }

  @Override
  public Uni<Void> review(BreakGlass glass, Review review, AccessEvent.Draft event) {
    return keys.of(List.of(glass.personId()))
        .chain(
            ring -> {
              Tuple cells =
                  Tuple.tuple()
                      .addUUID(glass.personId())
                      .addUUID(glass.id())
                      .addValue(time(review.at()))
                      .addString(review.by())
                      .addBoolean(review.justified())
                      .addValue(sealed(ring, SealedColumn.GLASS_REVIEW, glass, review.note()));
              return audited(glass, REVIEW, cells, ring, event);
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> hold(
      BreakGlass glass, String approvedBy, Instant until, AccessEvent.Draft event) {
    Tuple cells = Tuple.of(glass.personId(), glass.id(), approvedBy, time(until));
    return keys.of(List.of()).chain(ring -> audited(glass, HOLD, cells, ring, event));
  }

  @Override
  public Uni<List<Due>> due(SqlConnection transaction, int limit) {
    return transaction
        .preparedQuery(DUE)
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().flatMap(row -> due(row).stream()).toList());
  }

  private static List<Due> due(Row row) {
    UUID person = row.getUUID("person_id");
    UUID id = row.getUUID("break_glass_id");
    String centre = row.getString("centre");
    Due officer = new Due(person, id, centre, Addressee.PRIVACY_OFFICER);
    Due self = new Due(person, id, centre, Addressee.PERSON);
    if (!row.getBoolean("officer")) {
      return List.of(self);
    }
    return row.getBoolean("person") ? List.of(officer, self) : List.of(officer);
  }

  @Override
  public Uni<Void> told(SqlConnection transaction, List<Due> told) {
    if (told.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(TOLD)
        .executeBatch(
            told.stream()
                .map(t -> Tuple.of(t.personId(), t.id(), t.addressee() == Addressee.PERSON))
                .toList())
        .replaceWithVoid();
  }

  @Override
  public Uni<Waiting> waiting() {
    return transactions
        .as(Job.BREAK_GLASS, all -> all.preparedQuery(WAITING).execute())
        .map(rows -> rows.iterator().next())
        .map(row -> new Waiting(row.getLong(0), row.getLong(1)));
  }

  private static BreakGlass glass(Row row, KeyRing ring) {
    UUID id = row.getUUID("break_glass_id");
    UUID person = row.getUUID("person_id");
    String basis = row.getString("hold_basis");
    OffsetDateTime reviewed = row.getOffsetDateTime("reviewed_at");
    OffsetDateTime told = row.getOffsetDateTime("person_told_at");
    return new BreakGlass(
        id,
        person,
        row.getString("centre"),
        row.getString("clinician"),
        row.getString("reason"),
        opened(ring, SealedColumn.GLASS_REASON, row),
        basis == null
            ? null
            : new Hold(
                Basis.valueOf(basis.toUpperCase(Locale.ROOT)), row.getString("hold_approved_by")),
        instant(row, "opened_at"),
        instant(row, "ends_at"),
        instant(row, "person_due_at"),
        told == null ? null : told.toInstant(),
        instant(row, "review_due_at"),
        reviewed == null
            ? null
            : new Review(
                row.getString("reviewed_by"),
                reviewed.toInstant(),
                row.getBoolean("justified"),
                opened(ring, SealedColumn.GLASS_REVIEW, row)));
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Buffer sealed(KeyRing ring, SealedColumn column, BreakGlass glass, String text) {
    Place place = Place.of(column, glass.personId(), glass.id());
    return Buffer.buffer(ring.seal(place, Category.SPECIAL, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of a person who was erased the reason is gone with the key; that somebody looked stays. */
  private static String opened(KeyRing ring, SealedColumn column, Row row) {
    var sealed = row.getBuffer(column.column());
    if (sealed == null) {
      return "";
    }
    Place place = Place.of(column, row.getUUID("person_id"), row.getUUID("break_glass_id"));
    try {
      return new String(ring.open(place, sealed.getBytes()), StandardCharsets.UTF_8);
    } catch (LifelongException gone) {
      if (gone.reason() != ErrorReason.ERROR_REASON_NOT_FOUND) {
        throw gone;
      }
      return "";
    }
  }
}
