package health.lifelong.analytics.safety;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.record.domain.Observation.Status;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Value.Comparator;
import health.lifelong.analytics.safety.algorithm.SafetyRules;
import health.lifelong.analytics.safety.domain.SafetyFindings;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyRulesTest {
  private static final String DAY = "2025-05-12";

  private final RegionPack pack = TestPack.read(TestPack.korea());

  private SafetyFindings check(TestPerson person) {
    return SafetyRules.check(person.record(), pack, pack.texts("ko"), LocalDate.parse(DAY));
  }

  @ParameterizedTest
  @CsvSource({
    "K,6.2,true", "K,6.1,false", "K,2.8,true", "K,2.9,false", "NA,120,true", "NA,158,true",
    "HGB,6.6,true", "HGB,6.7,false", "SBP,180,true", "SBP,179,false", "DBP,120,true",
        "PHQ9_9,1,true",
    "PHQ9_9,0,false", "PT_SEC,27,true", "WBC,37.0,true"
  })
  void limitsAreReachedAtTheirOwnValue(String item, String number, boolean notice) {
    assertThat(check(TestPerson.man().value(DAY, item, number)).notices()).hasSize(notice ? 1 : 0);
  }

  @Test
  void codedAnswerToTheSelfHarmQuestionCounts() {
    SafetyFindings findings = check(TestPerson.man().code(DAY, "PHQ9_9", "2"));

    assertThat(findings.notices()).hasSize(1);
    assertThat(findings.silencedItems()).containsExactlyInAnyOrder("PHQ9_9", "PHQ9");
  }

  @Test
  void preliminaryValueCountsBeforeItIsFinal() {
    assertThat(check(TestPerson.man().status(DAY, "K", "7.0", Status.PRELIMINARY)).notices())
        .hasSize(1);
  }

  @Test
  void withdrawnAndImplausibleValuesDoNot() {
    assertThat(check(TestPerson.man().status(DAY, "K", "7.0", Status.WITHDRAWN)).notices())
        .isEmpty();
    assertThat(check(TestPerson.man().implausible(DAY, "K", "70")).notices()).isEmpty();
  }

  @Test
  void boundBeyondTheLimitCountsAndOneWithinDoesNot() {
    assertThat(
            check(TestPerson.man().observation(DAY, "K", bound("6.5", Comparator.GREATER)))
                .notices())
        .hasSize(1);
    assertThat(
            check(TestPerson.man().observation(DAY, "K", bound("5.0", Comparator.GREATER)))
                .notices())
        .isEmpty();
  }

  private static Value bound(String number, Comparator comparator) {
    return new Value.Quantity(new BigDecimal(number), "mmol/L", comparator);
  }

  @Test
  void bothNumbersOfABloodPressureFallSilentTogether() {
    SafetyFindings findings = check(TestPerson.man().values(DAY, "SBP 201, DBP 96"));

    assertThat(findings.silencedItems()).contains("SBP", "DBP");
  }

  @Test
  void noticeOfLongAgoHasEnded() {
    assertThat(check(TestPerson.man().value("2024-05-12", "K", "7.0")).notices()).isEmpty();
  }

  @Test
  void minorWithoutLimitsOfTheirOwnIsHeldToTheAdultOnes() {
    assertThat(check(TestPerson.man().born("2012-01-01").value(DAY, "K", "7.0")).notices())
        .hasSize(1);
  }

  @Test
  void severalCriticalItemsAreOneNotice() {
    SafetyFindings findings = check(TestPerson.man().values(DAY, "K 7.0, NA 110, HGB 5.0"));

    assertThat(findings.notices()).hasSize(1);
    assertThat(findings.silencedItems()).containsExactlyInAnyOrder("K", "NA", "HGB");
  }
}
