package health.lifelong.profile.genome.store;

import health.lifelong.profile.change.app.ChangeLog;
import health.lifelong.profile.change.domain.Change;
import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.genome.app.GenomeDuplicates;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Duplicate genomes in PostgreSQL, found by the checksums of their blocks without opening any. */
@ApplicationScoped
public class PgGenomeDuplicates implements GenomeDuplicates {
  // State 2 of a person is identified: an anonymous file is asked about when it gets a name.
  private static final String FIND =
      """
      WITH newest AS (
        SELECT DISTINCT ON (g.person_id) g.person_id, g.genome_no, g.natural_key, g.no_calls * 2 < g.variants AS called
        FROM genome g JOIN person p USING (person_id)
        WHERE g.person_id = ANY($1) AND p.state = 2
        ORDER BY g.person_id, g.genome_no DESC
      ), same AS (
        SELECT n.person_id, n.genome_no, o.person_id AS other_person_id, o.genome_no AS other_genome_no
        FROM newest n JOIN genome o USING (natural_key)
        UNION
        SELECT n.person_id, n.genome_no, o.person_id, o.genome_no
        FROM newest n JOIN genome_block b USING (person_id, genome_no)
        JOIN genome_block o USING (checksum, first_position, last_position, chromosome_order, calls)
        WHERE n.called AND b.calls >= 1000 AND o.calls >= 1000
          AND b.chromosome_order BETWEEN 1 AND 22 AND o.chromosome_order BETWEEN 1 AND 22
        GROUP BY 1, 2, 3, 4 HAVING count(DISTINCT b.chromosome_order) >= 2
      ), found AS (
        SELECT s.* FROM same s JOIN person p ON p.person_id = s.other_person_id AND p.state = 2
        WHERE s.other_person_id <> s.person_id
          AND s.other_genome_no = (SELECT max(genome_no) FROM genome g WHERE g.person_id = s.other_person_id)
      )
      INSERT INTO genome_duplicate (person_id, genome_no, other_person_id, other_genome_no)
      SELECT person_id, genome_no, other_person_id, other_genome_no FROM found
      UNION SELECT other_person_id, other_genome_no, person_id, genome_no FROM found
      ON CONFLICT DO NOTHING RETURNING person_id, other_person_id
      """;
  private static final String STANDING =
      "SELECT person_id, other_person_id FROM genome_duplicate WHERE person_id = ANY($1)";
  private static final String ENDED =
      """
      DELETE FROM genome_duplicate d
      WHERE (person_id = ANY($1) OR other_person_id = ANY($1))
        AND (genome_no < (SELECT max(genome_no) FROM genome g WHERE g.person_id = d.person_id)
          OR other_genome_no < (SELECT max(genome_no) FROM genome g WHERE g.person_id = d.other_person_id))
      RETURNING person_id, other_person_id
      """;
  private static final String FORGET =
      """
      DELETE FROM genome_duplicate WHERE person_id = $1 OR other_person_id = $1
      RETURNING person_id, other_person_id
      """;
  // Deliveries lock in order of the ids too.
  private static final String LOCK =
      """
      SELECT person_id FROM person
      WHERE person_id IN (SELECT unnest(person_members(asked)) FROM unnest($1::uuid[]) asked)
      ORDER BY person_id FOR UPDATE
      """;
  private static final String RAISE =
      "UPDATE person SET revision = revision + 1 WHERE person_id = ANY($1) RETURNING person_id, revision";

  private final ChangeLog changes;

  PgGenomeDuplicates(ChangeLog changes) {
    this.changes = changes;
  }

  @Override
  public Uni<List<Twins>> renew(SqlConnection transaction, Collection<UUID> persons) {
    Tuple asked = ids(persons);
    return transaction
        .preparedQuery(ENDED)
        .execute(asked)
        .chain(
            ended ->
                transaction
                    .preparedQuery(FIND)
                    .execute(asked)
                    .call(found -> raise(transaction, concerned(ended, found))))
        .chain(() -> transaction.preparedQuery(STANDING).execute(asked))
        .map(rows -> rows.stream().map(PgGenomeDuplicates::twins).toList());
  }

  @Override
  public Uni<Void> forget(SqlConnection transaction, UUID personId) {
    return transaction
        .preparedQuery(FORGET)
        .execute(Tuple.of(personId))
        .map(
            gone -> {
              Set<UUID> others = concerned(gone);
              others.remove(personId);
              return others;
            })
        .chain(others -> raise(transaction, others));
  }

  @SafeVarargs
  private static Set<UUID> concerned(RowSet<Row>... pairs) {
    Set<UUID> concerned = new HashSet<>();
    for (RowSet<Row> rows : pairs) {
      rows.forEach(row -> concerned.addAll(List.of(row.getUUID(0), row.getUUID(1))));
    }
    return concerned;
  }

  private Uni<Void> raise(SqlConnection transaction, Set<UUID> persons) {
    if (persons.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(LOCK)
        .execute(ids(persons))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList())
        .chain(locked -> transaction.preparedQuery(RAISE).execute(ids(locked)))
        .chain(raised -> changes.append(transaction, feed(raised)));
  }

  private static List<Change.Draft> feed(RowSet<Row> raised) {
    return raised.stream()
        .map(row -> new Change.Draft(row.getUUID(0), row.getLong(1), ChangeKind.GENOME))
        .toList();
  }

  private static Twins twins(Row row) {
    return new Twins(row.getUUID(0), row.getUUID(1));
  }

  private static Tuple ids(Collection<UUID> persons) {
    return Tuple.tuple().addValue(persons.toArray(UUID[]::new));
  }
}
