package health.lifelong.profile.identity.store;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.change.app.ChangeLog;
import health.lifelong.profile.change.domain.Change;
import health.lifelong.profile.change.domain.ChangeKind;
import health.lifelong.profile.identity.algorithm.Sets;
import health.lifelong.profile.identity.app.MatchStore;
import health.lifelong.profile.identity.domain.Match;
import health.lifelong.profile.identity.domain.Match.Decision;
import health.lifelong.profile.identity.domain.MatchState;
import health.lifelong.profile.identity.domain.Pair;
import health.lifelong.profile.keys.app.DataKeys;
import health.lifelong.profile.keys.app.KeyRing;
import health.lifelong.profile.keys.domain.Place;
import health.lifelong.profile.keys.domain.SealedColumn;
import health.lifelong.profile.person.app.TimeOrderedIds;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Matches, decisions and sets of members in PostgreSQL. */
@ApplicationScoped
public class PgMatchStore implements MatchStore {
  private static final String MATCH =
      """
      SELECT match_id, person_id, other_person_id, state, probability, weights_version, agreement, opened_at
      FROM identity_match
      """;
  private static final String BY_ID = MATCH + "WHERE match_id = $1";
  private static final String BY_PAIR = MATCH + "WHERE person_id = $1 AND other_person_id = $2";
  private static final String LIST =
      MATCH + "WHERE state = $1 AND ($2::uuid IS NULL OR match_id > $2) ORDER BY match_id LIMIT $3";
  private static final String DECISIONS =
      """
      SELECT match_id, person_id, event_id, state, recorded_at, actor_role, actor, reason_cipher FROM identity_event
      WHERE match_id = ANY($1) ORDER BY sequence
      """;
  private static final String KEEP =
      """
      INSERT INTO identity_match (match_id, person_id, other_person_id, state, probability, weights_version, agreement)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (person_id, other_person_id) DO UPDATE SET
        state = excluded.state, probability = excluded.probability, weights_version = excluded.weights_version,
        agreement = excluded.agreement, changed_at = now()
      """;
  private static final String DECIDE =
      """
      INSERT INTO identity_event (person_id, event_id, match_id, state, actor_role, actor, reason_cipher)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """;
  // Deliveries lock in order of the ids too: neither waits for the other in a ring.
  private static final String LOCK =
      """
      SELECT person_id FROM person WHERE person_id = ANY(person_members($1) || person_members($2))
      ORDER BY person_id FOR UPDATE
      """;
  private static final String STANDING =
      """
      SELECT $2 = ANY(person_members($1)), EXISTS (
        SELECT FROM identity_match WHERE state = 3 AND (
          (person_id = ANY(person_members($1)) AND other_person_id = ANY(person_members($2))) OR
          (person_id = ANY(person_members($2)) AND other_person_id = ANY(person_members($1)))))
      """;
  private static final String EDGES =
      "SELECT person_id, other_person_id FROM identity_match WHERE state = 2 AND person_id = ANY($1)";
  private static final String FORGET_DECISIONS =
      """
      DELETE FROM identity_event WHERE match_id IN (
        SELECT match_id FROM identity_match WHERE person_id = $1 OR other_person_id = $1)
      """;
  private static final String FORGET =
      "DELETE FROM identity_match WHERE person_id = $1 OR other_person_id = $1";
  private static final String JOIN =
      """
      UPDATE person SET set_id = $3, revision = revision + 1
      WHERE person_id = ANY(person_members($1) || person_members($2)) RETURNING person_id, revision
      """;
  private static final String MOVE =
      "UPDATE person SET set_id = $2, revision = revision + 1 WHERE person_id = ANY($1) RETURNING person_id, revision";

  private final ScopedTransactions transactions;
  private final ChangeLog changes;
  private final TimeOrderedIds ids;
  private final DataKeys keys;

  PgMatchStore(
      ScopedTransactions transactions, ChangeLog changes, TimeOrderedIds ids, DataKeys keys) {
    this.transactions = transactions;
    this.keys = keys;
    this.changes = changes;
    this.ids = ids;
  }

  @Override
  public Uni<Optional<Match>> find(SqlClient client, UUID matchId) {
    return client
        .preparedQuery(BY_ID)
        .execute(Tuple.of(matchId))
        .map(rows -> rows.stream().map(PgMatchStore::match).toList())
        .chain(found -> withDecisions(client, found))
        .map(found -> found.stream().findFirst());
  }

  @Override
  public Uni<Optional<Match>> find(SqlConnection transaction, Pair pair) {
    return transaction
        .preparedQuery(BY_PAIR)
        .execute(Tuple.of(pair.one(), pair.other()))
        .map(rows -> rows.stream().map(PgMatchStore::match).findFirst());
  }

  @Override
  public Uni<List<Match>> list(MatchState state, @Nullable UUID after, int limit) {
    Tuple page = Tuple.of((short) state.number(), after, limit);
    return transactions.as(
        Job.IDENTITY_REVIEW,
        all ->
            all.preparedQuery(LIST)
                .execute(page)
                .map(rows -> rows.stream().map(PgMatchStore::match).toList())
                .chain(found -> withDecisions(all, found)));
  }

  private Uni<List<Match>> withDecisions(SqlClient client, List<Match> matches) {
    Set<UUID> sealedFor =
        matches.stream().map(match -> match.pair().one()).collect(Collectors.toSet());
    return Uni.combine()
        .all()
        .unis(
            keys.of(sealedFor),
            client
                .preparedQuery(DECISIONS)
                .execute(ids(matches.stream().map(Match::matchId).toList())))
        .with((ring, rows) -> with(matches, decisions(rows, ring)));
  }

  private static List<Match> with(List<Match> matches, Map<UUID, List<Decision>> decisions) {
    return matches.stream()
        .map(match -> with(match, decisions.getOrDefault(match.matchId(), List.of())))
        .toList();
  }

  private static Map<UUID, List<Decision>> decisions(RowSet<Row> rows, KeyRing ring) {
    Map<UUID, List<Decision>> decisions = new HashMap<>();
    for (Row row : rows) {
      decisions
          .computeIfAbsent(row.getUUID("match_id"), id -> new ArrayList<>())
          .add(decision(row, ring));
    }
    return decisions;
  }

  private static Decision decision(Row row, KeyRing ring) {
    return new Decision(
        MatchState.of(row.getShort("state")),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getString("actor_role"),
        row.getString("actor"),
        reason(row, ring));
  }

  // Of a person who is being erased nothing can be opened; what was decided is still told.
  private static String reason(Row row, KeyRing ring) {
    UUID person = row.getUUID("person_id");
    byte[] sealed = row.getBuffer("reason_cipher").getBytes();
    return ring.holds(person, sealed)
        ? new String(
            ring.open(reason(person, row.getUUID("event_id")), sealed), StandardCharsets.UTF_8)
        : "";
  }

  private static Place reason(UUID person, UUID event) {
    return Place.of(SealedColumn.MATCH_REASON, person, event);
  }

  private static Match match(Row row) {
    return new Match(
        row.getUUID(0),
        new Pair(row.getUUID(1), row.getUUID(2)),
        MatchState.of(row.getShort(3)),
        row.getFloat(4),
        row.getInteger(5),
        List.of(row.getString(6).split(" ", -1)),
        row.getOffsetDateTime(7).toInstant(),
        List.of());
  }

  private static Match with(Match match, List<Decision> decisions) {
    return new Match(
        match.matchId(),
        match.pair(),
        match.state(),
        match.probability(),
        match.weightsVersion(),
        match.agreement(),
        match.openedAt(),
        decisions);
  }

  @Override
  public Uni<Void> keep(SqlConnection transaction, Match.Draft match, Caller by, String reason) {
    Tuple row =
        Tuple.tuple()
            .addValue(match.matchId())
            .addValue(match.pair().one())
            .addValue(match.pair().other())
            .addValue((short) match.state().number())
            .addValue((float) match.probability())
            .addValue(match.weightsVersion())
            .addValue(String.join(" ", match.agreement()));
    return transaction
        .preparedQuery(KEEP)
        .execute(row)
        .chain(() -> keys.of(List.of(match.pair().one())))
        .chain(ring -> decided(transaction, match, by, reason, ring));
  }

  private Uni<Void> decided(
      SqlConnection transaction, Match.Draft match, Caller by, String reason, KeyRing ring) {
    UUID person = match.pair().one();
    UUID eventId = ids.next();
    byte[] sealed =
        ring.seal(
            reason(person, eventId), Category.IDENTITY, reason.getBytes(StandardCharsets.UTF_8));
    Tuple event =
        Tuple.tuple()
            .addValue(person)
            .addValue(eventId)
            .addValue(match.matchId())
            .addValue((short) match.state().number())
            .addValue(by.role().word())
            .addValue(by.subject())
            .addValue(Buffer.buffer(sealed));
    return transaction
        .preparedQuery(DECIDE)
        .execute(event)
        .chain(() -> keys.keep(ring))
        .replaceWithVoid();
  }

  @Override
  public Uni<Standing> lock(SqlConnection transaction, Pair pair) {
    Tuple both = Tuple.of(pair.one(), pair.other());
    return transaction
        .preparedQuery(LOCK)
        .execute(both)
        .chain(() -> transaction.preparedQuery(STANDING).execute(both))
        .map(rows -> standing(rows.iterator().next()));
  }

  private static Standing standing(Row row) {
    if (row.getBoolean(0)) {
      return Standing.ONE_PERSON;
    }
    return row.getBoolean(1) ? Standing.KEPT_APART : Standing.APART;
  }

  @Override
  public Uni<Void> join(SqlConnection transaction, Pair pair, UUID setId) {
    return transaction
        .preparedQuery(JOIN)
        .execute(Tuple.of(pair.one(), pair.other(), setId))
        .chain(rows -> feed(transaction, rows.stream().toList()));
  }

  @Override
  public Uni<Void> split(SqlConnection transaction, Pair pair) {
    return transaction
        .preparedQuery(LOCK)
        .execute(Tuple.of(pair.one(), pair.other()))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList())
        .chain(members -> split(transaction, members));
  }

  @Override
  public Uni<List<UUID>> forget(SqlConnection transaction, UUID personId) {
    Tuple person = Tuple.of(personId);
    return transaction
        .preparedQuery(FORGET_DECISIONS)
        .execute(person)
        .chain(() -> transaction.preparedQuery(FORGET).execute(person))
        .chain(() -> transaction.preparedQuery(LOCK).execute(Tuple.of(personId, personId)))
        .map(rows -> rows.stream().map(row -> row.getUUID(0)).toList())
        .call(
            members ->
                members.size() < 2 ? Uni.createFrom().voidItem() : split(transaction, members))
        .map(members -> members.stream().filter(member -> !member.equals(personId)).toList());
  }

  private Uni<Void> split(SqlConnection transaction, List<UUID> members) {
    return transaction
        .preparedQuery(EDGES)
        .execute(ids(members))
        .map(rows -> rows.stream().map(r -> new Pair(r.getUUID(0), r.getUUID(1))).toList())
        .map(edges -> Sets.of(members, edges))
        .chain(sets -> move(transaction, sets));
  }

  private Uni<Void> move(SqlConnection transaction, List<Set<UUID>> sets) {
    return Multi.createFrom()
        .iterable(sets)
        .onItem()
        .transformToUniAndConcatenate(
            set ->
                transaction
                    .preparedQuery(MOVE)
                    .execute(ids(set).addValue(set.size() == 1 ? null : ids.next()))
                    .chain(rows -> feed(transaction, rows.stream().toList())))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  private Uni<Void> feed(SqlConnection transaction, List<Row> raised) {
    return changes.append(
        transaction,
        raised.stream()
            .map(row -> new Change.Draft(row.getUUID(0), row.getLong(1), ChangeKind.PERSON))
            .toList());
  }

  private static Tuple ids(Collection<UUID> ids) {
    return Tuple.tuple().addValue(ids.toArray(UUID[]::new));
  }
}
