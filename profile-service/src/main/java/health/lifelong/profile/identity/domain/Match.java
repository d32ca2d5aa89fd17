package health.lifelong.profile.identity.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two records that may be of one person, and what was decided.
 *
 * @param agreement {@code field=level} words, never values
 * @param decisions oldest first
 */
public record Match(
    UUID matchId,
    Pair pair,
    MatchState state,
    double probability,
    int weightsVersion,
    List<String> agreement,
    Instant openedAt,
    List<Decision> decisions) {

  public Match {
    agreement = List.copyOf(agreement);
    decisions = List.copyOf(decisions);
  }

  /** One decision; never changed, never deleted. */
  public record Decision(
      MatchState state, Instant recordedAt, String actorRole, String actor, String reason) {}

  /** A match that is to be kept. */
  public record Draft(
      UUID matchId,
      Pair pair,
      MatchState state,
      double probability,
      int weightsVersion,
      List<String> agreement) {
    public Draft {
      agreement = List.copyOf(agreement);
    }
  }
}
