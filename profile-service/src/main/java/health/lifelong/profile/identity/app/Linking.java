package health.lifelong.profile.identity.app;

import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.identity.domain.Match;
import health.lifelong.profile.identity.domain.MatchState;
import health.lifelong.profile.identity.domain.MatchingJob;
import health.lifelong.profile.identity.domain.Pair;
import health.lifelong.profile.identity.domain.Verdict;
import health.lifelong.profile.identity.domain.Zone;
import health.lifelong.profile.person.app.TimeOrderedIds;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Acts on what the job found. What a human decided stands: a pair that was separated is not asked
 * about again unless something new speaks against it, and nobody is linked through a third record
 * with somebody they were separated from.
 */
@ApplicationScoped
public class Linking {
  private final MatchStore matches;
  private final TimeOrderedIds ids;

  Linking(MatchStore matches, TimeOrderedIds ids) {
    this.matches = matches;
    this.ids = ids;
  }

  /** A comparison that did not come out as two persons. */
  record Found(Pair pair, Verdict verdict, int weightsVersion, Set<String> doubts) {
    Found {
      doubts = Set.copyOf(doubts);
    }
  }

  /** Links the two, or puts them up for review; the item is what is to be audited. */
  Uni<List<AccessEvent.Draft>> act(SqlConnection transaction, Found found) {
    return matches
        .find(transaction, found.pair())
        .chain(
            known ->
                known.filter(match -> stands(match, found)).isPresent()
                    ? Uni.createFrom().item(List.of())
                    : act(transaction, found, known));
  }

  // What is decided stands, until a doubt arrives that nobody knew of when they decided.
  private static boolean stands(Match match, Found found) {
    return switch (match.state()) {
      case OPEN -> false;
      case LINKED -> true;
      case SEPARATE -> match.agreement().containsAll(found.doubts());
    };
  }

  private Uni<List<AccessEvent.Draft>> act(
      SqlConnection transaction, Found found, Optional<Match> known) {
    return matches
        .lock(transaction, found.pair())
        .chain(
            standing ->
                switch (standing) {
                  case ONE_PERSON -> Uni.createFrom().item(List.of());
                  case KEPT_APART -> review(transaction, found, known);
                  case APART ->
                      mayLink(found, known)
                          ? link(transaction, found, known)
                          : review(transaction, found, known);
                });
  }

  // Whoever was asked about a doubt is left to answer.
  private static boolean mayLink(Found found, Optional<Match> known) {
    return found.verdict().zone() == Zone.LINK && (known.isEmpty() || found.doubts().isEmpty());
  }

  private Uni<List<AccessEvent.Draft>> link(
      SqlConnection transaction, Found found, Optional<Match> known) {
    Match.Draft match = draft(found, known, MatchState.LINKED);
    return matches
        .keep(transaction, match, MatchingJob.IDENTITY, "automatic")
        .chain(() -> matches.join(transaction, match.pair(), match.matchId()))
        .replaceWith(events(found, "identity.link"));
  }

  private Uni<List<AccessEvent.Draft>> review(
      SqlConnection transaction, Found found, Optional<Match> known) {
    if (known.filter(match -> match.agreement().containsAll(found.doubts())).isPresent()) {
      return Uni.createFrom().item(List.of());
    }
    Match.Draft match = draft(found, known, MatchState.OPEN);
    return matches
        .keep(transaction, match, MatchingJob.IDENTITY, "for review")
        .replaceWith(events(found, "identity.review"));
  }

  private Match.Draft draft(Found found, Optional<Match> known, MatchState state) {
    return new Match.Draft(
        known.map(Match::matchId).orElseGet(ids::next),
        found.pair(),
        state,
        found.verdict().probability(),
        found.weightsVersion(),
        agreement(found));
  }

  private static List<String> agreement(Found found) {
    var agreement = found.verdict().agreement();
    Stream<String> fields =
        Stream.of(
            "name=" + agreement.name(),
            "birth=" + agreement.birth(),
            "sex=" + agreement.sex(),
            "phone=" + agreement.phone());
    return Stream.concat(fields, found.doubts().stream().sorted())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static List<AccessEvent.Draft> events(Found found, String action) {
    return List.of(
        MatchingJob.event(found.pair().one(), action),
        MatchingJob.event(found.pair().other(), action));
  }
}
