package health.lifelong.profile.record.store;

import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.change.store.PersonKeys;
import health.lifelong.profile.person.app.FieldEncryption;
import health.lifelong.profile.record.app.RecordStore;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.StoredObservation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final VisitRows rows;
  private final RecordQueries queries;

  PgRecordStore(FieldEncryption encryption, RecordQueries queries) {
    this.rows = new VisitRows(encryption);
    this.queries = queries;
  }

  @Override
  public Uni<Known> load(SqlConnection transaction, Keys keys) {
    return Uni.combine()
        .all()
        .unis(
            find(transaction, DELIVERIES, keys.deliveries(), PgRecordStore::deliveries),
            find(transaction, CHECKUPS, keys.checkups(), PgRecordStore::checkups),
            find(transaction, OBSERVATIONS, keys.observations(), PgRecordStore::observations),
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

  private static Map<PersonKey, StoredObservation> observations(RowSet<Row> found) {
    Map<PersonKey, StoredObservation> observations = new HashMap<>();
    for (Row row : found) {
      StoredObservation observation = ObservationRows.read(row);
      UUID person = row.getUUID("person_id");
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
  public Uni<Void> write(SqlConnection transaction, Changes changes) {
    return Uni.join()
        .all(
            VisitRows.INSERT_DELIVERY.execute(
                transaction, changes.deliveries().stream().map(VisitRows::cells).toList()),
            VisitRows.UPSERT_CHECKUP.execute(
                transaction, changes.checkups().stream().map(VisitRows::cells).toList()),
            ObservationRows.INSERT.execute(
                transaction, ObservationRows.cells(changes.newObservations())),
            ObservationRows.REPLACE.execute(
                transaction, ObservationRows.cells(changes.replacedObservations())),
            ObservationRows.INSERT_HISTORY.execute(
                transaction, changes.history().stream().map(ObservationRows::cells).toList()),
            VisitRows.UPSERT_STATEMENT.execute(
                transaction, changes.statements().stream().map(VisitRows::cells).toList()),
            VisitRows.UPSERT_DOCUMENT.execute(
                transaction, changes.documents().stream().map(rows::cells).toList()),
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
}
