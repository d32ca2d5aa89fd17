package health.lifelong.profile.consent.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentDecision.Kind;
import health.lifelong.profile.consent.domain.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkedConsentsTest {
  private static final Instant LINKED = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void theMostRestrictiveDecisionOfTheMembersHoldsHoweverOldItIs() {
    assertThat(permits(List.of(at(-1, Kind.GRANT)), List.of(at(-400, Kind.DENY)))).isFalse();
    assertThat(permits(List.of(at(-1, Kind.GRANT)), List.of(at(-2, Kind.GRANT)))).isTrue();
  }

  @Test
  void whatAMemberTookBackBeforeTheLinkDoesNotHold() {
    assertThat(permits(List.of(at(-1, Kind.GRANT)), List.of(at(-9, Kind.DENY), at(-2, Kind.GRANT))))
        .isTrue();
  }

  @Test
  void aDecisionAfterTheLinkHoldsForAll() {
    assertThat(permits(List.of(at(-1, Kind.GRANT), at(1, Kind.GRANT)), List.of(at(-2, Kind.DENY))))
        .isTrue();
    assertThat(permits(List.of(at(-1, Kind.GRANT)), List.of(at(1, Kind.WITHDRAW)))).isFalse();
  }

  @Test
  void aGrantLivesNoLongerForBeingSaidAgain() {
    ConsentDecision old = at(-729, Kind.GRANT);
    List<ConsentDecision> history =
        LinkedConsents.history(List.of(List.of(old), List.of(at(-1, Kind.GRANT))), LINKED);

    assertThat(decide(history, LINKED.plus(DAY.multipliedBy(10)))).isInstanceOf(Ruling.Deny.class);
  }

  private static boolean permits(List<ConsentDecision> one, List<ConsentDecision> other) {
    List<ConsentDecision> history = LinkedConsents.history(List.of(one, other), LINKED);
    return decide(history, LINKED.plus(DAY.multipliedBy(2))) instanceof Ruling.Permit;
  }

  private static Ruling decide(List<ConsentDecision> history, Instant at) {
    return ConsentRules.decide(
        history, Category.CHECKUP, Purpose.HEALTH_MANAGEMENT, "institute", at);
  }

  private static ConsentDecision at(int days, Kind kind) {
    Instant given = LINKED.plus(DAY.multipliedBy(days));
    return new ConsentDecision(
        UUID.randomUUID(),
        Category.CHECKUP,
        Purpose.HEALTH_MANAGEMENT,
        "institute",
        kind,
        "kr-1",
        "ko",
        "app",
        given,
        ConsentRules.latestEnd(given));
  }
}
