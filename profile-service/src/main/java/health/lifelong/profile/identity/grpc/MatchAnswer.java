package health.lifelong.profile.identity.grpc;

import com.google.protobuf.Timestamp;
import health.lifelong.profile.identity.domain.Match;
import health.lifelong.profile.v1.FieldAgreement;
import health.lifelong.profile.v1.IdentityDecision;
import health.lifelong.profile.v1.IdentityMatch;
import health.lifelong.profile.v1.IdentityMatchState;
import health.lifelong.profile.v1.ListIdentityMatchesResponse;
import java.time.Instant;
import java.util.List;

/** Writes a match as the contract says. */
final class MatchAnswer {
  private MatchAnswer() {}

  /** A page of {@code size} matches; one match more says that another page follows. */
  static ListIdentityMatchesResponse page(List<Match> matches, int size) {
    List<Match> shown = matches.subList(0, Math.min(size, matches.size()));
    ListIdentityMatchesResponse.Builder page = ListIdentityMatchesResponse.newBuilder();
    shown.forEach(match -> page.addMatches(of(match)));
    if (matches.size() > size) {
      page.setNextPageToken(shown.getLast().matchId().toString());
    }
    return page.build();
  }

  static IdentityMatch of(Match match) {
    return IdentityMatch.newBuilder()
        .setMatchId(match.matchId().toString())
        .setPersonId(match.pair().one().toString())
        .setOtherPersonId(match.pair().other().toString())
        .setState(IdentityMatchState.forNumber(match.state().number()))
        .setProbability(match.probability())
        .setWeightsVersion(match.weightsVersion())
        .addAllAgreement(match.agreement().stream().map(MatchAnswer::field).toList())
        .setOpenedTime(timestamp(match.openedAt()))
        .addAllDecisions(match.decisions().stream().map(MatchAnswer::decision).toList())
        .build();
  }

  private static FieldAgreement field(String word) {
    int sign = word.indexOf('=');
    return FieldAgreement.newBuilder()
        .setField(word.substring(0, sign))
        .setLevel(word.substring(sign + 1))
        .build();
  }

  private static IdentityDecision decision(Match.Decision decision) {
    return IdentityDecision.newBuilder()
        .setState(IdentityMatchState.forNumber(decision.state().number()))
        .setRecordedTime(timestamp(decision.recordedAt()))
        .setActorRole(decision.actorRole())
        .setActor(decision.actor())
        .setReason(decision.reason())
        .build();
  }

  private static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
