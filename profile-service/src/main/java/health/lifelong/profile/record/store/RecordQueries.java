package health.lifelong.profile.record.store;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.genome.app.GenomeStore;
import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.lifestyle.app.LifestyleStore;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.app.PersonStore.PersonHead;
import health.lifelong.profile.record.app.RecordStore.Parts;
import health.lifelong.profile.record.domain.ListState;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.PersonRecord.StoredCheckup;
import health.lifelong.profile.record.domain.PersonRecord.StoredDocument;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.StoredObservation;
import health.lifelong.profile.scope.app.ScopedTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads one person's record in one snapshot, with a fixed number of statements whatever its size.
 */
@ApplicationScoped
class RecordQueries {
  private static final String CHECKUPS =
      """
      SELECT checkup_no, checkup_id, centre, source_cipher, effective_start, effective_end, offset_minutes, time_precision,
             offset_assumed
      FROM checkup WHERE person_id = $1
      ORDER BY effective_start NULLS LAST, centre COLLATE "C", checkup_no
      """;
  private static final String OBSERVATIONS =
      """
      SELECT * FROM observation WHERE person_id = $1 AND status <> 4
      ORDER BY item_code COLLATE "C" NULLS LAST, effective_start NULLS LAST, natural_key
      """;
  private static final String STATEMENTS =
      """
      SELECT * FROM (
        SELECT DISTINCT ON (natural_key) * FROM statement
        WHERE person_id = $1 ORDER BY natural_key, delivery_no DESC
      ) s ORDER BY kind, effective_start NULLS LAST, natural_key
      """;
  private static final String DOCUMENTS =
      """
      SELECT * FROM (
        SELECT DISTINCT ON (natural_key) * FROM document
        WHERE person_id = $1 ORDER BY natural_key, delivery_no DESC
      ) d ORDER BY kind COLLATE "C", natural_key
      """;
  private static final String LISTS =
      "SELECT checkup_no, kind, complete FROM list_state WHERE person_id = $1 ORDER BY checkup_no, kind";

  private static final String LAST_VISIT =
      """
      SELECT max(effective_start) FROM checkup WHERE person_id = $1 AND centre = $2 AND effective_start <= $3
      """;

  private final ScopedTransactions transactions;
  private final PersonStore persons;
  private final GenomeStore genomes;
  private final LifestyleStore lifestyle;
  private final DataKeys keys;

  RecordQueries(
      ScopedTransactions transactions,
      PersonStore persons,
      GenomeStore genomes,
      LifestyleStore lifestyle,
      DataKeys keys) {
    this.transactions = transactions;
    this.persons = persons;
    this.genomes = genomes;
    this.lifestyle = lifestyle;
    this.keys = keys;
  }

  Uni<List<PersonRecord>> read(List<UUID> members, Parts parts) {
    // A rotation may seal anew between the look-up of the keys and the snapshot: the second time
    // opens it. Who is missing then is being erased; the others stay readable.
    return readOnce(members, parts)
        .chain(
            found ->
                found.size() == members.size()
                    ? Uni.createFrom().item(found)
                    : readOnce(members, parts));
  }

  private Uni<List<PersonRecord>> readOnce(List<UUID> members, Parts parts) {
    Uni<KeyRing> ring = keys.of(members);
    return transactions.snapshot(
        members.getFirst(),
        transaction -> ring.chain(opened -> read(transaction, members, parts, opened)));
  }

  private Uni<List<PersonRecord>> read(
      SqlConnection transaction, List<UUID> members, Parts parts, KeyRing ring) {
    return Multi.createFrom()
        .iterable(members)
        .onItem()
        .transformToUniAndConcatenate(
            member ->
                read(transaction, member, parts, ring)
                    .onFailure(RecordQueries::isKeyGone)
                    .recoverWithItem(Optional.empty()))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(Optional::stream).toList());
  }

  private static boolean isKeyGone(Throwable failure) {
    return failure instanceof LifelongException refusal
        && refusal.reason() == ErrorReason.ERROR_REASON_NOT_FOUND;
  }

  private Uni<Optional<PersonRecord>> read(
      SqlConnection transaction, UUID personId, Parts parts, KeyRing ring) {
    Uni<Optional<PersonHead>> head = persons.head(transaction, personId, ring);
    Uni<List<StoredCheckup>> checkups =
        parts.clinical() ? checkups(transaction, personId, ring) : Uni.createFrom().item(List.of());
    Uni<List<StoredGenome>> heads =
        parts.genomes()
            ? genomes.heads(transaction, personId, ring)
            : Uni.createFrom().item(List.of());
    Uni<List<LifestyleDay>> days =
        parts.days()
            ? lifestyle.days(transaction, personId, ring)
            : Uni.createFrom().item(List.of());
    return Uni.combine()
        .all()
        .unis(head, checkups, heads, days)
        .with(
            (person, visits, genome, day) ->
                person.map(known -> record(personId, known, visits, genome, day)));
  }

  private static PersonRecord record(
      UUID personId,
      PersonHead head,
      List<StoredCheckup> checkups,
      List<StoredGenome> genomes,
      List<LifestyleDay> days) {
    return new PersonRecord(
        personId, head.revision(), head.identified(), head.demographics(), checkups, genomes, days);
  }

  private Uni<List<StoredCheckup>> checkups(
      SqlConnection transaction, UUID personId, KeyRing ring) {
    return Uni.combine()
        .all()
        .unis(
            rows(transaction, CHECKUPS, personId),
            grouped(
                transaction,
                OBSERVATIONS,
                personId,
                row -> ObservationRows.read(personId, row, ring)),
            grouped(
                transaction, STATEMENTS, personId, row -> VisitRows.statement(personId, row, ring)),
            grouped(transaction, LISTS, personId, RecordQueries::list),
            grouped(
                transaction, DOCUMENTS, personId, row -> VisitRows.document(personId, row, ring)))
        .with(
            (heads, observations, statements, lists, documents) ->
                checkups(
                    row -> VisitRows.source(personId, row, ring),
                    heads,
                    observations,
                    statements,
                    lists,
                    documents));
  }

  private static ListState list(Row row) {
    return new ListState(row.getShort("kind"), row.getBoolean("complete"));
  }

  private static List<StoredCheckup> checkups(
      Function<Row, String> source,
      RowSet<Row> heads,
      Map<Integer, List<StoredObservation>> observations,
      Map<Integer, List<Statement>> statements,
      Map<Integer, List<ListState>> lists,
      Map<Integer, List<StoredDocument>> documents) {
    List<StoredCheckup> checkups = new ArrayList<>(heads.size());
    for (Row row : heads) {
      int number = row.getInteger("checkup_no");
      checkups.add(
          new StoredCheckup(
              number,
              row.getUUID("checkup_id"),
              row.getString("centre"),
              source.apply(row),
              Times.read(row),
              observations.getOrDefault(number, List.of()),
              statements.getOrDefault(number, List.of()),
              lists.getOrDefault(number, List.of()),
              documents.getOrDefault(number, List.of())));
    }
    return checkups;
  }

  private static Uni<RowSet<Row>> rows(SqlConnection transaction, String sql, UUID personId) {
    return transaction.preparedQuery(sql).execute(Tuple.of(personId));
  }

  private static <T> Uni<Map<Integer, List<T>>> grouped(
      SqlConnection transaction, String sql, UUID personId, Function<Row, T> read) {
    return rows(transaction, sql, personId)
        .map(
            found -> {
              Map<Integer, List<T>> groups = new HashMap<>();
              for (Row row : found) {
                groups
                    .computeIfAbsent(row.getInteger("checkup_no"), number -> new ArrayList<>())
                    .add(read.apply(row));
              }
              return groups;
            });
  }

  Uni<Optional<Instant>> lastVisit(UUID personId, String centre, Instant now) {
    Tuple parameters = Tuple.of(personId, centre, ChronoUnit.MICROS.between(Instant.EPOCH, now));
    return transactions
        .about(personId, about -> about.preparedQuery(LAST_VISIT).execute(parameters))
        .map(rows -> rows.iterator().next().getLong(0))
        .map(
            micros ->
                Optional.ofNullable(micros).map(m -> Instant.EPOCH.plus(m, ChronoUnit.MICROS)));
  }
}
