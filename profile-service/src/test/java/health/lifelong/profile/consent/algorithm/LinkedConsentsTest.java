package health.lifelong.profile.consent.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentDecision.Kind;
import health.lifelong.profile.consent.domain.ConsentHistory;
import health.lifelong.profile.consent.domain.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    ConsentHistory history = linked(List.of(old), List.of(at(-1, Kind.GRANT)), null);

    assertThat(decide(history, LINKED.plus(DAY.multipliedBy(10)))).isInstanceOf(Ruling.Deny.class);
  }

  // Nineteen a month before the records were linked: what was granted as a minor falls a day
  // before.
  @Test
  void aGrantOfAMinorIsAskedAnewAlsoWhereItWasSaidAgain() {
    LocalDate born = LocalDate.parse("2007-04-30");
    ConsentDecision asMinor = at(-60, Kind.GRANT);
    ConsentDecision grownUp = at(-1, Kind.GRANT);

    assertThat(decide(linked(List.of(grownUp), List.of(asMinor), born), LINKED.plus(DAY)))
        .isInstanceOf(Ruling.Deny.class);
    assertThat(decide(linked(List.of(grownUp), List.of(grownUp), born), LINKED.plus(DAY)))
        .isInstanceOf(Ruling.Permit.class);
  }

  @Test
  void whatAGuardianDeniedStaysDeniedThoughThePersonHasGrownUpSince() {
    LocalDate born = LocalDate.parse("2007-04-30");
    ConsentDecision denied =
        Decisions.decision(
            Category.CHECKUP,
            Purpose.HEALTH_MANAGEMENT,
            "institute",
            Kind.DENY,
            Decisions.MOTHER,
            LINKED.minus(DAY.multipliedBy(60)),
            LINKED.plus(DAY.multipliedBy(60)));

    assertThat(decide(linked(List.of(at(-1, Kind.GRANT)), List.of(denied), born), LINKED.plus(DAY)))
        .isInstanceOf(Ruling.Deny.class);
  }

  private static boolean permits(List<ConsentDecision> one, List<ConsentDecision> other) {
    return decide(linked(one, other, null), LINKED.plus(DAY.multipliedBy(2)))
        instanceof Ruling.Permit;
  }

  private static ConsentHistory linked(
      List<ConsentDecision> one, List<ConsentDecision> other, @Nullable LocalDate born) {
    return LinkedConsents.history(List.of(one, other), LINKED, born, Decisions.TERMS);
  }

  private static Ruling decide(ConsentHistory history, Instant at) {
    return ConsentRules.decide(
        history, Category.CHECKUP, Purpose.HEALTH_MANAGEMENT, "institute", at);
  }

  private static ConsentDecision at(int days, Kind kind) {
    Instant given = LINKED.plus(DAY.multipliedBy(days));
    return Decisions.checkup(kind, given, ConsentRules.latestEnd(given));
  }
}
