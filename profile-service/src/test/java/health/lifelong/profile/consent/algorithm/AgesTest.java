package health.lifelong.profile.consent.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import health.lifelong.profile.consent.domain.ConsentDecision;
import health.lifelong.profile.consent.domain.ConsentDecision.Kind;
import health.lifelong.profile.consent.domain.Giver;
import health.lifelong.profile.consent.domain.Ruling;
import health.lifelong.profile.consent.domain.Ruling.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgesTest {
  private static final String BORN = "2010-03-01";
  private static final Category CHK = Category.CHECKUP;
  private static final Category GENR = Category.GENETIC_REPORT;

  @Test
  void belowFourteenOnlyAGuardianGrants() {
    assertThat(reason("2024-02-28T00:00:00Z", given(CHK, Decisions.PERSON, "2024-02-27")))
        .isEqualTo(Reason.NO_CONSENT);
    assertThat(reason("2024-02-28T00:00:00Z", given(CHK, Decisions.MOTHER, "2024-02-27"))).isNull();
  }

  @Test
  void fromFourteenOnThePersonGrantsTooButNotTheirGenes() {
    assertThat(reason("2024-03-02T00:00:00Z", given(CHK, Decisions.PERSON, "2024-03-01"))).isNull();
    assertThat(reason("2024-03-02T00:00:00Z", given(CHK, Decisions.MOTHER, "2024-03-01"))).isNull();
    assertThat(reason("2024-03-02T00:00:00Z", given(GENR, Decisions.PERSON, "2024-03-01")))
        .isEqualTo(Reason.NO_CONSENT);
    assertThat(reason("2024-03-02T00:00:00Z", given(GENR, Decisions.MOTHER, "2024-03-01")))
        .isNull();
  }

  @Test
  void aChildMaySayNo() {
    assertThat(
            reason(
                "2020-03-02T00:00:00Z",
                given(CHK, Decisions.MOTHER, "2020-02-01"),
                said(CHK, Decisions.PERSON, Kind.WITHDRAW, "2020-02-02")))
        .isEqualTo(Reason.WITHDRAWN);
  }

  @Test
  void thirtyDaysAfterComingOfAgeEveryConsentOfBeforeFalls() {
    for (Giver giver : new Giver[] {Decisions.PERSON, Decisions.MOTHER}) {
      ConsentDecision grant = given(CHK, giver, "2029-02-01");
      assertThat(reason("2029-03-30T23:59:59Z", grant)).isNull();
      assertThat(reason("2029-03-31T00:00:00Z", grant)).isEqualTo(Reason.ASKED_ANEW);
      assertThat(reason("2029-03-31T00:00:00Z", grant, given(CHK, Decisions.PERSON, "2029-03-02")))
          .isNull();
    }
  }

  @Test
  void aGuardianHasNoSayOnAGrownUpNorOnSomebodyOfUnknownAge() {
    assertThat(reason("2029-03-03T00:00:00Z", given(CHK, Decisions.MOTHER, "2029-03-01")))
        .isEqualTo(Reason.NO_CONSENT);
    assertThat(
            reason(
                "2029-03-03T00:00:00Z",
                given(CHK, Decisions.PERSON, "2029-03-01"),
                said(CHK, Decisions.MOTHER, Kind.WITHDRAW, "2029-03-02")))
        .isNull();
    Ruling unknown =
        ConsentRules.decide(
            Decisions.born(null, given(CHK, Decisions.MOTHER, "2020-01-01")),
            CHK,
            Purpose.HEALTH_MANAGEMENT,
            "institute",
            Instant.parse("2020-01-02T00:00:00Z"));
    assertThat(unknown).isInstanceOf(Ruling.Deny.class);
  }

  private static ConsentDecision given(Category category, Giver giver, String day) {
    return said(category, giver, Kind.GRANT, day);
  }

  private static ConsentDecision said(Category category, Giver giver, Kind kind, String day) {
    Instant at = Instant.parse(day + "T00:00:00Z");
    return Decisions.decision(
        category,
        Purpose.HEALTH_MANAGEMENT,
        "institute",
        kind,
        giver,
        at,
        ConsentRules.latestEnd(at));
  }

  private static @Nullable Reason reason(String time, ConsentDecision... history) {
    Ruling ruling =
        ConsentRules.decide(
            Decisions.born(BORN, history),
            history[0].category(),
            Purpose.HEALTH_MANAGEMENT,
            "institute",
            Instant.parse(time));
    return switch (ruling) {
      case Ruling.Permit permit -> null;
      case Ruling.Deny deny -> deny.reason();
    };
  }
}
