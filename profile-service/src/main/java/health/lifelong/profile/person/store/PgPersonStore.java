package health.lifelong.profile.person.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BYTEA;
import static health.lifelong.profile.change.store.UnnestInsert.Type.TEXT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.person.app.PersonInBatch;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.domain.BlindIndex;
import health.lifelong.profile.person.domain.Demographics;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import health.lifelong.profile.person.domain.Links;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Persons and identifiers in PostgreSQL. */
@ApplicationScoped
public class PgPersonStore implements PersonStore {
  private static final String OWNERS =
      "SELECT blind_index, person_id FROM identifier WHERE blind_index = ANY($1)";
  private static final String MEMBERS =
      """
      SELECT person_id FROM person WHERE person_id = ANY(person_members($1)) AND state <> 3 ORDER BY person_id
      """;
  private static final String REVISION =
      "SELECT revision FROM person WHERE person_id = $1 AND state <> 3";
  private static final String BY_VALUE =
      "SELECT DISTINCT person_id FROM identifier WHERE value_index = ANY($1)";
  private static final String KNOWN_TO =
      """
      SELECT EXISTS (SELECT FROM identifier WHERE person_id = $1 AND scope = 'centre:' || $2)
          OR EXISTS (SELECT FROM delivery WHERE person_id = $1 AND centre = $2)
      """;
  private static final UnnestInsert CLAIM =
      UnnestInsert.into("identifier")
          .column("person_id", UUID)
          .column("blind_index", BYTEA)
          .column("value_index", BYTEA)
          .column("scope", TEXT)
          .then("ON CONFLICT (blind_index) DO NOTHING")
          .build();
  private static final UnnestInsert CONFLICT =
      UnnestInsert.into("link_conflict")
          .column("person_id", UUID)
          .column("other_person_id", UUID)
          .column("blind_index", BYTEA)
          .column("centre", TEXT)
          .column("receipt_id", TEXT)
          .then("ON CONFLICT DO NOTHING")
          .build();

  private final ScopedTransactions transactions;
  private final BlindIndexer indexer;
  private final PersonRows rows;

  PgPersonStore(ScopedTransactions transactions, BlindIndexer indexer, PersonRows rows) {
    this.transactions = transactions;
    this.indexer = indexer;
    this.rows = rows;
  }

  @Override
  public IndexedIdentifier index(String centre, Identifier identifier) {
    return indexer.index(centre, identifier);
  }

  @Override
  public Uni<Map<BlindIndex, UUID>> owners(
      SqlConnection transaction, Collection<BlindIndex> indexes) {
    if (indexes.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return transaction.preparedQuery(OWNERS).execute(array(indexes)).map(PgPersonStore::owners);
  }

  private static Map<BlindIndex, UUID> owners(RowSet<Row> rows) {
    Map<BlindIndex, UUID> owners = new HashMap<>();
    for (Row row : rows) {
      owners.put(BlindIndex.of(row.getBuffer(0).getBytes()), row.getUUID(1));
    }
    return owners;
  }

  // In order of the index: two batches that claim the same identifiers wait for each other in one
  // direction only.
  @Override
  public Uni<Boolean> claim(SqlConnection transaction, List<Links.Claimed> identifiers) {
    List<@Nullable Object[]> cells =
        identifiers.stream()
            .sorted(Comparator.comparing(claimed -> claimed.identifier().index()))
            .map(PgPersonStore::cells)
            .toList();
    return CLAIM.execute(transaction, cells).map(inserted -> inserted == identifiers.size());
  }

  private static @Nullable Object[] cells(Links.Claimed claimed) {
    IndexedIdentifier identifier = claimed.identifier();
    return new @Nullable Object[] {
      claimed.personId(),
      Buffer.buffer(identifier.index().bytes()),
      Buffer.buffer(identifier.valueIndex().bytes()),
      identifier.scope()
    };
  }

  @Override
  public Uni<Locked> lock(SqlConnection transaction, Collection<UUID> persons) {
    return rows.lock(transaction, persons);
  }

  @Override
  public Uni<Void> store(
      SqlConnection transaction, Collection<PersonInBatch> persons, KeyRing keys) {
    return rows.store(transaction, persons, keys);
  }

  @Override
  public Uni<Void> keepConflicts(SqlConnection transaction, List<Links.Conflict> conflicts) {
    List<@Nullable Object[]> cells = new ArrayList<>();
    for (Links.Conflict conflict : conflicts) {
      cells.add(
          new @Nullable Object[] {
            conflict.personId(),
            conflict.otherPersonId(),
            Buffer.buffer(conflict.index().bytes()),
            conflict.centre(),
            conflict.receiptId()
          });
    }
    return CONFLICT.execute(transaction, cells).replaceWithVoid();
  }

  @Override
  public Uni<Optional<PersonHead>> head(SqlClient client, UUID personId, KeyRing keys) {
    return rows.head(client, personId, keys);
  }

  @Override
  public Uni<List<UUID>> members(UUID personId) {
    return transactions
        .about(personId, about -> about.preparedQuery(MEMBERS).execute(Tuple.of(personId)))
        .map(found -> found.stream().map(row -> row.getUUID(0)).toList());
  }

  @Override
  public Uni<Map<UUID, Demographics>> demographics(
      SqlConnection transaction, Collection<UUID> persons) {
    return rows.demographics(transaction, persons);
  }

  @Override
  public Uni<Long> revision(UUID personId) {
    return transactions
        .about(personId, about -> about.preparedQuery(REVISION).execute(Tuple.of(personId)))
        .map(found -> found.size() == 0 ? 0L : found.iterator().next().getLong(0));
  }

  @Override
  public Uni<List<UUID>> byValue(Collection<BlindIndex> valueIndexes) {
    return transactions
        .as(Job.DIRECTORY, all -> all.preparedQuery(BY_VALUE).execute(array(valueIndexes)))
        .map(found -> found.stream().map(row -> row.getUUID(0)).toList());
  }

  @Override
  public Uni<Optional<UUID>> byIndex(Collection<BlindIndex> indexes) {
    return transactions
        .as(Job.DIRECTORY, all -> all.preparedQuery(OWNERS).execute(array(indexes)))
        .map(found -> found.stream().map(row -> row.getUUID(1)).distinct().toList())
        .map(found -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
  }

  @Override
  public Uni<Boolean> isKnownTo(String centre, UUID personId) {
    return transactions
        .about(personId, about -> about.preparedQuery(KNOWN_TO).execute(Tuple.of(personId, centre)))
        .map(found -> found.iterator().next().getBoolean(0));
  }

  private static Tuple array(Collection<BlindIndex> indexes) {
    return Tuple.tuple()
        .addValue(
            indexes.stream().map(index -> Buffer.buffer(index.bytes())).toArray(Buffer[]::new));
  }
}
