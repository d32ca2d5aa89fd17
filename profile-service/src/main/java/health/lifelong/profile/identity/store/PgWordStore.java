package health.lifelong.profile.identity.store;

import static health.lifelong.profile.change.store.UnnestInsert.Type.BIGINT;
import static health.lifelong.profile.change.store.UnnestInsert.Type.UUID;

import health.lifelong.profile.change.store.UnnestInsert;
import health.lifelong.profile.identity.app.MatchQueue;
import health.lifelong.profile.identity.app.WordStore;
import health.lifelong.profile.identity.domain.Pair;
import health.lifelong.profile.person.store.BlindIndexer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Blind words and the queue of matching in PostgreSQL. */
@ApplicationScoped
public class PgWordStore implements WordStore, MatchQueue {
  // One number for the whole database: whoever decides who is one person holds it.
  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('identity'))";
  private static final String DUE =
      "SELECT person_id, sequence FROM match_due ORDER BY sequence LIMIT $1";
  private static final String DONE =
      """
      DELETE FROM match_due d USING unnest($1::uuid[], $2::bigint[]) k(person_id, sequence)
      WHERE d.person_id = k.person_id AND d.sequence = k.sequence
      """;
  private static final String FORGET = "DELETE FROM match_word WHERE person_id = ANY($1)";
  private static final String FIND =
      """
      SELECT w.word, m.person_id FROM unnest($1::bigint[]) w(word)
      CROSS JOIN LATERAL (SELECT person_id FROM match_word f WHERE f.word = w.word LIMIT $2) m
      """;
  private static final String COUNT =
      "SELECT word, count(*) FROM match_word WHERE word = ANY($1) GROUP BY word";
  private static final String POPULATION =
      """
      SELECT CASE WHEN reltuples >= 10000 THEN reltuples::bigint ELSE (SELECT count(*) FROM person) END
      FROM pg_class WHERE oid = 'person'::regclass
      """;
  private static final String NAMED_TOGETHER =
      """
      SELECT person_id, other_person_id FROM link_conflict
      WHERE person_id = ANY($1) OR other_person_id = ANY($1)
      """;
  private static final UnnestInsert ADD =
      UnnestInsert.into("match_due").column("person_id", UUID).build();
  private static final UnnestInsert KEEP =
      UnnestInsert.into("match_word").column("person_id", UUID).column("word", BIGINT).build();

  private final BlindIndexer indexer;

  PgWordStore(BlindIndexer indexer) {
    this.indexer = indexer;
  }

  @Override
  public Uni<Void> add(SqlConnection transaction, Collection<UUID> persons) {
    return ADD.execute(transaction, persons.stream().map(p -> new @Nullable Object[] {p}).toList())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> alone(SqlConnection transaction) {
    return transaction.query(ALONE).execute().replaceWithVoid();
  }

  @Override
  public Uni<List<Due>> due(SqlConnection transaction, int limit) {
    return transaction
        .preparedQuery(DUE)
        .execute(Tuple.of(limit))
        .map(rows -> rows.stream().map(r -> new Due(r.getUUID(0), r.getLong(1))).toList());
  }

  @Override
  public Uni<Void> done(SqlConnection transaction, List<Due> due) {
    Tuple keys =
        Tuple.tuple()
            .addValue(due.stream().map(Due::personId).toArray(UUID[]::new))
            .addValue(due.stream().map(Due::sequence).toArray(Long[]::new));
    return transaction.preparedQuery(DONE).execute(keys).replaceWithVoid();
  }

  @Override
  public Uni<Void> keep(SqlConnection transaction, Map<UUID, Set<String>> words) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    words.forEach(
        (person, texts) ->
            texts.stream()
                .map(indexer::word)
                .distinct()
                .forEach(word -> rows.add(new @Nullable Object[] {person, word})));
    return transaction
        .preparedQuery(FORGET)
        .execute(ids(words.keySet()))
        .chain(() -> KEEP.execute(transaction, rows))
        .replaceWithVoid();
  }

  @Override
  public Uni<Map<String, List<UUID>>> find(SqlConnection transaction, Set<String> words, int most) {
    Map<Long, String> texts = texts(words);
    Tuple sought = Tuple.tuple().addValue(texts.keySet().toArray(Long[]::new)).addValue(most + 1);
    return transaction
        .preparedQuery(FIND)
        .execute(sought)
        .map(
            rows -> {
              Map<String, List<UUID>> found = new HashMap<>();
              rows.forEach(
                  row ->
                      found
                          .computeIfAbsent(texts.get(row.getLong(0)), text -> new ArrayList<>())
                          .add(row.getUUID(1)));
              found.values().removeIf(block -> block.size() > most);
              return found;
            });
  }

  @Override
  public Uni<Map<String, Long>> count(SqlConnection transaction, Set<String> words) {
    Map<Long, String> texts = texts(words);
    return transaction
        .preparedQuery(COUNT)
        .execute(Tuple.tuple().addValue(texts.keySet().toArray(Long[]::new)))
        .map(
            rows -> {
              Map<String, Long> counts = new HashMap<>();
              rows.forEach(row -> counts.put(texts.get(row.getLong(0)), row.getLong(1)));
              return counts;
            });
  }

  private Map<Long, String> texts(Set<String> words) {
    Map<Long, String> texts = new HashMap<>();
    words.forEach(text -> texts.put(indexer.word(text), text));
    return texts;
  }

  @Override
  public Uni<Long> population(SqlConnection transaction) {
    return transaction.query(POPULATION).execute().map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Uni<List<Pair>> namedTogether(SqlConnection transaction, Collection<UUID> persons) {
    return transaction.preparedQuery(NAMED_TOGETHER).execute(ids(persons)).map(PgWordStore::pairs);
  }

  private static List<Pair> pairs(RowSet<Row> rows) {
    return rows.stream().map(row -> Pair.of(row.getUUID(0), row.getUUID(1))).distinct().toList();
  }

  private static Tuple ids(Collection<UUID> persons) {
    return Tuple.tuple().addValue(persons.toArray(UUID[]::new));
  }
}
