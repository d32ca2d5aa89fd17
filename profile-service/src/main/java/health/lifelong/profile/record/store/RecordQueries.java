package health.lifelong.profile.record.store;

import health.lifelong.profile.genome.app.GenomeStore;
import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.lifestyle.app.LifestyleStore;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.person.app.FieldEncryption;
import health.lifelong.profile.person.app.PersonStore;
import health.lifelong.profile.person.app.PersonStore.PersonHead;
import health.lifelong.profile.record.app.RecordStore.Parts;
import health.lifelong.profile.record.domain.ListState;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.PersonRecord.StoredCheckup;
import health.lifelong.profile.record.domain.PersonRecord.StoredDocument;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.StoredObservation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
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
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";
  private static final String CHECKUPS =
      """
      SELECT checkup_no, checkup_id, centre, source_key, effective_start, effective_end, offset_minutes, time_precision,
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

  private final Pool pool;
  private final PersonStore persons;
  private final GenomeStore genomes;
  private final LifestyleStore lifestyle;
  private final VisitRows rows;

  RecordQueries(
      Pool pool,
      PersonStore persons,
      GenomeStore genomes,
      LifestyleStore lifestyle,
      FieldEncryption encryption) {
    this.pool = pool;
    this.persons = persons;
    this.genomes = genomes;
    this.lifestyle = lifestyle;
    this.rows = new VisitRows(encryption);
  }

  Uni<List<PersonRecord>> read(List<UUID> members, Parts parts) {
    return pool.withTransaction(
        transaction ->
            transaction.query(SNAPSHOT).execute().chain(() -> read(transaction, members, parts)));
  }

  private Uni<List<PersonRecord>> read(SqlConnection transaction, List<UUID> members, Parts parts) {
    return Multi.createFrom()
        .iterable(members)
        .onItem()
        .transformToUniAndConcatenate(member -> read(transaction, member, parts))
        .collect()
        .asList()
        .map(found -> found.stream().flatMap(Optional::stream).toList());
  }

  private Uni<Optional<PersonRecord>> read(SqlConnection transaction, UUID personId, Parts parts) {
    Uni<Optional<PersonHead>> head = persons.head(transaction, personId);
    Uni<List<StoredCheckup>> checkups =
        parts.clinical() ? checkups(transaction, personId) : Uni.createFrom().item(List.of());
    Uni<List<StoredGenome>> heads =
        parts.genomes() ? genomes.heads(transaction, personId) : Uni.createFrom().item(List.of());
    Uni<List<LifestyleDay>> days =
        parts.days() ? lifestyle.days(transaction, personId) : Uni.createFrom().item(List.of());
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

  private Uni<List<StoredCheckup>> checkups(SqlConnection transaction, UUID personId) {
    return Uni.combine()
        .all()
        .unis(
            rows(transaction, CHECKUPS, personId),
            grouped(transaction, OBSERVATIONS, personId, ObservationRows::read),
            grouped(transaction, STATEMENTS, personId, VisitRows::statement),
            grouped(transaction, LISTS, personId, RecordQueries::list),
            grouped(transaction, DOCUMENTS, personId, row -> rows.document(personId, row)))
        .with(RecordQueries::checkups);
  }

  private static ListState list(Row row) {
    return new ListState(row.getShort("kind"), row.getBoolean("complete"));
  }

  private static List<StoredCheckup> checkups(
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
              row.getString("source_key"),
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
}
