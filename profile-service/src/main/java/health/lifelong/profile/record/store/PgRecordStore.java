package health.lifelong.profile.record.store;

import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.PersonKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.record.app.RecordStore;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.StoredObservation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The record in PostgreSQL. */
@ApplicationScoped
public class PgRecordStore implements RecordStore {
  private static final String KEYS =
      "FROM unnest($1::uuid[], $2::uuid[]) k(person_id, natural_key)";
  private static final String DELIVERIES =
      "SELECT d.person_id, d.receipt_key, d.delivery_no "
          + KEYS
          + " JOIN delivery d ON d.person_id = k.person_id AND d.receipt_key = k.natural_key";
  private static final String CHECKUPS =
      """
      SELECT c.person_id, c.natural_key, c.checkup_no, c.delivery_no, c.effective_start, c.effective_end,
             c.offset_minutes, c.time_precision, c.offset_assumed
      """
          + KEYS
          + " JOIN checkup c USING (person_id, natural_key)";
  private static final String OBSERVATIONS =
      "SELECT o.* " + KEYS + " JOIN observation o USING (person_id, natural_key)";
  private static final String LISTS =
      "SELECT l.person_id, l.checkup_no, l.kind, l.complete, l.delivery_no "
          + KEYS
          + " JOIN checkup c USING (person_id, natural_key) JOIN list_state l USING (person_id, checkup_no)";

  private final RecordQueries queries;

  PgRecordStore(RecordQueries queries) {
    this.queries = queries;
  }

  @Override
  public Uni<Known> load(SqlConnection transaction, Keys keys, KeyRing ring) {
    return Uni.combine()
        .all()
        .unis(
            find(transaction, DELIVERIES, keys.deliveries(), PgRecordStore::deliveries),
            find(transaction, CHECKUPS, keys.checkups(), PgRecordStore::checkups),
            find(transaction, OBSERVATIONS, keys.observations(), rows -> observations(rows, ring)),
            PersonKeys.heads(transaction, "statement", keys.statements()),
            PersonKeys.heads(transaction, "document", keys.documents()),
            find(transaction, LISTS, keys.checkups(), PgRecordStore::lists))
        .with(Known::new);
  }

  private static <K, V> Uni<Map<K, V>> find(
      SqlConnection transaction,
      String sql,
      Collection<PersonKey> keys,
      Function<RowSet<Row>, Map<K, V>> read) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction.preparedQuery(sql).execute(PersonKeys.arrays(keys)).map(read);
  }

  private static Map<PersonKey, Integer> deliveries(RowSet<Row> found) {
    Map<PersonKey, Integer> deliveries = new HashMap<>();
    found.forEach(row -> deliveries.put(PersonKeys.of(row), row.getInteger(2)));
    return deliveries;
  }

  private static Map<PersonKey, KnownCheckup> checkups(RowSet<Row> found) {
    Map<PersonKey, KnownCheckup> checkups = new HashMap<>();
    found.forEach(
        row ->
            checkups.put(
                PersonKeys.of(row),
                new KnownCheckup(row.getInteger(2), row.getInteger(3), Times.read(row))));
    return checkups;
  }

  private static Map<PersonKey, StoredObservation> observations(RowSet<Row> found, KeyRing ring) {
    Map<PersonKey, StoredObservation> observations = new HashMap<>();
    for (Row row : found) {
      UUID person = row.getUUID("person_id");
      StoredObservation observation = ObservationRows.read(person, row, ring);
      observations.put(new PersonKey(person, observation.observation().key()), observation);
    }
    return observations;
  }

  private static Map<ListKey, KnownList> lists(RowSet<Row> found) {
    Map<ListKey, KnownList> lists = new HashMap<>();
    for (Row row : found) {
      ListKey key = new ListKey(row.getUUID(0), row.getInteger(1), row.getShort(2));
      lists.put(key, new KnownList(row.getBoolean(3), row.getInteger(4)));
    }
    return lists;
  }

  @Override
  public Uni<Void> write(SqlConnection transaction, Changes changes, KeyRing ring) {
    return Uni.join()
        .all(
            VisitRows.INSERT_DELIVERY.execute(
                transaction, changes.deliveries().stream().map(VisitRows::cells).toList()),
            VisitRows.UPSERT_CHECKUP.execute(
                transaction,
                changes.checkups().stream().map(c -> VisitRows.cells(c, ring)).toList()),
            ObservationRows.INSERT.execute(
                transaction, ObservationRows.cells(changes.newObservations(), ring)),
            ObservationRows.REPLACE.execute(
                transaction, ObservationRows.cells(changes.replacedObservations(), ring)),
            ObservationRows.INSERT_HISTORY.execute(
                transaction,
                changes.history().stream().map(h -> ObservationRows.cells(h, ring)).toList()),
            VisitRows.UPSERT_STATEMENT.execute(
                transaction,
                changes.statements().stream().map(s -> VisitRows.cells(s, ring)).toList()),
            VisitRows.UPSERT_DOCUMENT.execute(
                transaction,
                changes.documents().stream().map(d -> VisitRows.cells(d, ring)).toList()),
            VisitRows.UPSERT_LIST.execute(
                transaction,
                changes.lists().entrySet().stream()
                    .map(entry -> VisitRows.cells(entry.getKey(), entry.getValue()))
                    .toList()))
        .andFailFast()
        .replaceWithVoid();
  }

  @Override
  public Uni<List<PersonRecord>> read(List<UUID> members, Parts parts) {
    return queries.read(members, parts);
  }

  @Override
  public Uni<Optional<Instant>> lastVisit(UUID personId, String centre, Instant now) {
    return queries.lastVisit(personId, centre, now);
  }
}
