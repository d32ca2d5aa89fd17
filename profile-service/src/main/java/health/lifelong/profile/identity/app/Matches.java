package health.lifelong.profile.identity.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.access.app.AuditStore;
import health.lifelong.profile.access.app.AuditTrail;
import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import health.lifelong.profile.change.app.StoreFailures;
import health.lifelong.profile.identity.app.MatchStore.Standing;
import health.lifelong.profile.identity.domain.Match;
import health.lifelong.profile.identity.domain.MatchState;
import health.lifelong.profile.scope.app.ScopedTransactions;
import health.lifelong.profile.scope.domain.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows an operator which records may be of one person, and takes their decision. How fields agree
 * is shown, never what stands in them: whoever needs the papers asks the centres.
 */
@ApplicationScoped
public class Matches {
  private static final int SHORTEST_REASON = 10;
  private static final int LONGEST_REASON = 2_000;

  private final ScopedTransactions transactions;
  private final MatchStore matches;
  private final WordStore words;
  private final AuditStore audit;
  private final AuditTrail trail;

  Matches(
      ScopedTransactions transactions,
      MatchStore matches,
      WordStore words,
      AuditStore audit,
      AuditTrail trail) {
    this.transactions = transactions;
    this.matches = matches;
    this.words = words;
    this.audit = audit;
    this.trail = trail;
  }

  /**
   * A page of matches in a state, oldest first, after the last of the page before. Fails with
   * SCOPE_INSUFFICIENT for every role but operator.
   */
  public Uni<List<Match>> list(Caller caller, MatchState state, @Nullable UUID after, int limit) {
    if (caller.role() != Role.OPERATOR) {
      return refuse(caller, "identity.list");
    }
    return matches
        .list(state, after, limit)
        .call(page -> trail.append(looked(caller, page)))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private static List<AccessEvent.Draft> looked(Caller caller, List<Match> page) {
    return page.stream()
        .flatMap(match -> Stream.of(match.pair().one(), match.pair().other()))
        .distinct()
        .map(person -> event(caller, person, "identity.list"))
        .toList();
  }

  /**
   * Links the two records of a match, or holds them to be of two persons, which takes a link back.
   * The same decision again changes nothing. Fails with SCOPE_INSUFFICIENT for every role but
   * operator, with NOT_FOUND where there is no such match, and with ARGUMENT_INVALID where the two
   * cannot be linked because they already are by another match, or because a decision on another of
   * their records keeps them apart.
   */
  public Uni<Match> decide(Caller caller, UUID matchId, MatchState decision, String reason) {
    if (caller.role() != Role.OPERATOR) {
      return refuse(caller, "identity.decide");
    }
    if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw invalid("reason");
    }
    return transactions
        .as(
            Job.IDENTITY_REVIEW,
            transaction ->
                words
                    .alone(transaction)
                    .chain(() -> matches.find(transaction, matchId))
                    .map(found -> found.orElseThrow(Matches::notFound))
                    .call(match -> decide(transaction, caller, match, decision, reason)))
        .chain(
            () ->
                transactions.as(
                    Job.IDENTITY_REVIEW, transaction -> matches.find(transaction, matchId)))
        .map(found -> found.orElseThrow(Matches::notFound))
        .onFailure()
        .transform(StoreFailures::translate);
  }

  private Uni<Void> decide(
      SqlConnection transaction, Caller caller, Match match, MatchState decision, String reason) {
    if (match.state() == decision) {
      return Uni.createFrom().voidItem();
    }
    Match.Draft draft = in(match, decision);
    Uni<Void> done =
        switch (decision) {
          case OPEN -> throw invalid("decision");
          case LINKED ->
              matches
                  .lock(transaction, match.pair())
                  .invoke(standing -> check(match, standing))
                  .chain(() -> matches.keep(transaction, draft, caller, reason))
                  .chain(() -> matches.join(transaction, match.pair(), match.matchId()));
          case SEPARATE ->
              matches
                  .lock(transaction, match.pair())
                  .chain(() -> matches.keep(transaction, draft, caller, reason))
                  .chain(
                      () ->
                          match.state() == MatchState.LINKED
                              ? matches.split(transaction, match.pair())
                              : Uni.createFrom().voidItem());
        };
    return done.chain(() -> audit.append(transaction, decided(caller, match, decision)));
  }

  // This very match may have kept the two apart until now; any other still does.
  private static void check(Match match, Standing standing) {
    boolean ownWord = match.state() == MatchState.SEPARATE && standing == Standing.KEPT_APART;
    if (standing != Standing.APART && !ownWord) {
      throw invalid("decision");
    }
  }

  private static Match.Draft in(Match match, MatchState state) {
    return new Match.Draft(
        match.matchId(),
        match.pair(),
        state,
        match.probability(),
        match.weightsVersion(),
        match.agreement());
  }

  private static List<AccessEvent.Draft> decided(Caller caller, Match match, MatchState decision) {
    String action = "identity." + decision.word();
    return List.of(
        event(caller, match.pair().one(), action), event(caller, match.pair().other(), action));
  }

  private static AccessEvent.Draft event(Caller caller, UUID person, String action) {
    return new AccessEvent.Draft(
        person, caller, action, null, List.of(Category.IDENTITY), true, "role:operator");
  }

  private <T> Uni<T> refuse(Caller caller, String action) {
    AccessEvent.Draft event =
        new AccessEvent.Draft(
            AccessEvent.NOBODY,
            caller,
            action,
            null,
            List.of(Category.IDENTITY),
            false,
            "role:" + caller.role().word());
    return trail
        .append(List.of(event))
        .chain(
            () ->
                Uni.createFrom()
                    .failure(
                        new LifelongException(
                            ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT,
                            "role does not cover this operation")));
  }

  private static LifelongException invalid(String field) {
    return new LifelongException(
        ErrorReason.ERROR_REASON_ARGUMENT_INVALID, "field out of range", Map.of("field", field));
  }

  private static LifelongException notFound() {
    return new LifelongException(ErrorReason.ERROR_REASON_NOT_FOUND, "unknown match");
  }
}
