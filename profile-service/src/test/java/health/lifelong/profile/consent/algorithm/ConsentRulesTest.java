package health.lifelong.profile.consent.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentDecision.Kind;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.consent.domain.Ruling.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsentRulesTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-03-06T09:00:00Z");

  @Test
  void noRecordMeansDeny() {
    assertThat(reason(FRIDAY)).isEqualTo(Reason.NO_CONSENT);
  }

  @Test
  void theLatestDecisionWinsInWhateverOrderTheHistoryComes() {
    ConsentDecision grant = decision(Kind.GRANT, MONDAY);
    ConsentDecision withdrawal = decision(Kind.WITHDRAW, TUESDAY);

    assertThat(reason(FRIDAY, grant, withdrawal)).isEqualTo(Reason.WITHDRAWN);
    assertThat(reason(FRIDAY, withdrawal, grant)).isEqualTo(Reason.WITHDRAWN);
    assertThat(reason(FRIDAY, decision(Kind.WITHDRAW, MONDAY), decision(Kind.GRANT, TUESDAY)))
        .isNull();
  }

  @Test
  void ofTwoAtTheSameInstantDenyWins() {
    assertThat(reason(FRIDAY, decision(Kind.DENY, MONDAY), decision(Kind.GRANT, MONDAY)))
        .isEqualTo(Reason.NO_CONSENT);
    assertThat(reason(FRIDAY, decision(Kind.GRANT, MONDAY), decision(Kind.WITHDRAW, MONDAY)))
        .isEqualTo(Reason.WITHDRAWN);
  }

  @Test
  void aDecisionOfTheFutureIsNotYetOne() {
    assertThat(reason(MONDAY, decision(Kind.GRANT, TUESDAY))).isEqualTo(Reason.NO_CONSENT);
    assertThat(reason(TUESDAY, decision(Kind.GRANT, TUESDAY))).isNull();
  }

  @Test
  void aGrantEndsAtItsEndAndNeverLaterThanAfterTwoYears() {
    Instant twoYears = Instant.parse("2028-03-02T09:00:00Z");
    ConsentDecision forTen = decision(Kind.GRANT, MONDAY, Instant.parse("2036-03-02T09:00:00Z"));

    assertThat(reason(twoYears.minusSeconds(1), forTen)).isNull();
    assertThat(reason(twoYears, forTen)).isEqualTo(Reason.EXPIRED);
    assertThat(reason(FRIDAY, decision(Kind.GRANT, MONDAY, FRIDAY))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void aDecisionAboutAnotherCellSaysNothing() {
    ConsentDecision other =
        Decisions.decision(
            Category.CHECKUP,
            Purpose.HEALTH_MANAGEMENT,
            "busan",
            Kind.GRANT,
            Decisions.PERSON,
            MONDAY,
            ConsentRules.latestEnd(MONDAY));

    assertThat(reason(FRIDAY, other)).isEqualTo(Reason.NO_CONSENT);
  }

  @Test
  void aGrantOnWordsThatThePackLetsGoIsAskedAnew() {
    Instant given = Decisions.OLD_TEXT_HELD_TO.minusSeconds(86_400);
    ConsentDecision grant = Decisions.onOldWords(given, ConsentRules.latestEnd(given));

    assertThat(reason(given.plusSeconds(1), grant)).isNull();
    assertThat(reason(Decisions.OLD_TEXT_HELD_TO, grant)).isEqualTo(Reason.ASKED_ANEW);
    ConsentDecision anew =
        Decisions.checkup(Kind.GRANT, given.plusSeconds(1), ConsentRules.latestEnd(given));
    assertThat(reason(Decisions.OLD_TEXT_HELD_TO, grant, anew)).isNull();
  }

  @Test
  void whatTheMatrixNeverAllowsNoGrantOpens() {
    ConsentDecision grant =
        Decisions.decision(
            Category.GENETIC_RAW,
            Purpose.CARE,
            "seoul",
            Kind.GRANT,
            Decisions.PERSON,
            MONDAY,
            ConsentRules.latestEnd(MONDAY));

    assertThat(
            ConsentRules.decide(
                Decisions.grownUp(List.of(grant)),
                Category.GENETIC_RAW,
                Purpose.CARE,
                "seoul",
                FRIDAY))
        .isEqualTo(new Ruling.Deny(Reason.NOT_FOR_PURPOSE, "matrix:P3/GENX=never"));
  }

  private static @Nullable Reason reason(Instant time, ConsentDecision... history) {
    Ruling ruling =
        ConsentRules.decide(
            Decisions.grownUp(List.of(history)),
            Category.CHECKUP,
            Purpose.HEALTH_MANAGEMENT,
            "institute",
            time);
    return switch (ruling) {
      case Ruling.Permit permit -> null;
      case Ruling.Deny deny -> deny.reason();
    };
  }

  private static ConsentDecision decision(Kind kind, Instant givenAt) {
    return decision(kind, givenAt, ConsentRules.latestEnd(givenAt));
  }

  private static ConsentDecision decision(Kind kind, Instant givenAt, Instant validTo) {
    return Decisions.checkup(kind, givenAt, validTo);
  }
}
