package health.lifelong.gateway.identity.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.profile.v1.IdentityDecision;
import health.lifelong.profile.v1.IdentityMatch;
import health.lifelong.profile.v1.ListIdentityMatchesResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two records that may be of one person. Shows how their fields agree and none of the fields.
 *
 * @param state open, linked or separate
 * @param probability that the two are one person, from 0 to 1
 * @param agreement level by field, such as {@code name: near}
 * @param decisions oldest first
 */
public record IdentityMatchView(
    String matchId,
    String personId,
    String otherPersonId,
    String state,
    double probability,
    int weightsVersion,
    Map<String, String> agreement,
    String openedAt,
    List<Decision> decisions) {

  /** One decision; decisions are kept for ever. */
  public record Decision(String state, String at, String actorRole, String actor, String reason) {}

  /** A page, oldest first. */
  public record Page(List<IdentityMatchView> matches, String nextPageToken) {
    static Page of(ListIdentityMatchesResponse page) {
      return new Page(
          page.getMatchesList().stream().map(IdentityMatchView::of).toList(),
          page.getNextPageToken());
    }
  }

  static IdentityMatchView of(IdentityMatch match) {
    Map<String, String> agreement = new LinkedHashMap<>();
    match.getAgreementList().forEach(field -> agreement.put(field.getField(), field.getLevel()));
    return new IdentityMatchView(
        match.getMatchId(),
        match.getPersonId(),
        match.getOtherPersonId(),
        state(match.getState().name()),
        match.getProbability(),
        match.getWeightsVersion(),
        agreement,
        instant(match.getOpenedTime()),
        match.getDecisionsList().stream().map(IdentityMatchView::decision).toList());
  }

  private static Decision decision(IdentityDecision decision) {
    return new Decision(
        state(decision.getState().name()),
        instant(decision.getRecordedTime()),
        decision.getActorRole(),
        decision.getActor(),
        decision.getReason());
  }

  private static String state(String name) {
    return name.substring("IDENTITY_MATCH_STATE_".length()).toLowerCase(Locale.ROOT);
  }

  private static String instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
  }
}
