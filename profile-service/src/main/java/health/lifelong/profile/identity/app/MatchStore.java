package health.lifelong.profile.identity.app;

import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.identity.domain.Match;
import health.lifelong.profile.identity.domain.MatchState;
import health.lifelong.profile.identity.domain.Pair;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Matches, their decisions, and the sets of members that they make. */
public interface MatchStore {
  /** The match of an id, with its decisions. */
  Uni<Optional<Match>> find(SqlClient client, UUID matchId);

  /** The match of a pair, without its decisions. */
  Uni<Optional<Match>> find(SqlConnection transaction, Pair pair);

  /** At most {@code limit} matches in a state, oldest first, after the last of the page before. */
  Uni<List<Match>> list(MatchState state, @Nullable UUID after, int limit);

  /** Keeps a match in its state and its decision; one that is there takes the new state. */
  Uni<Void> keep(SqlConnection transaction, Match.Draft match, Caller by, String reason);

  /**
   * Locks all members of both persons and says how the two stand. Only where {@link
   * WordStore#alone} was waited for.
   */
  Uni<Standing> lock(SqlConnection transaction, Pair pair);

  /** Makes the members of both one person, and raises their revisions. */
  Uni<Void> join(SqlConnection transaction, Pair pair, UUID setId);

  /** Makes one person of whoever is still linked on each side, and raises their revisions. */
  Uni<Void> split(SqlConnection transaction, Pair pair);

  /**
   * Deletes all matches of a person with their decisions, and parts whoever is no longer linked;
   * the item is the members that remain.
   */
  Uni<List<UUID>> forget(SqlConnection transaction, UUID personId);

  /** How two persons stand to each other. */
  enum Standing {
    APART,
    /** Linked already, by this match or by others. */
    ONE_PERSON,
    /** A member of one was decided not to be a member of the other. */
    KEPT_APART
  }
}
