package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.insight.grpc.InsightMapper;
import health.lifelong.analytics.record.domain.PersonRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Critical values come before any model, and while the notice stands their item says nothing. */
class SafetyFirstTest {
  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  private InsightReport report(TestPerson person) {
    PersonRecord record = person.record();
    return engine.report(
        record, TestGenome.carrier(), "en", record.latestDay().orElseThrow(), Viewer.PERSON);
  }

  @ParameterizedTest
  @CsvSource({"K,7.03", "HGB,5.07", "SBP,219", "GLU_F,507", "PLT,12", "NA,171"})
  void criticalValueIsANoticeWithoutValueNameOrTrend(String item, String number) {
    TestPerson person =
        GoldenPerson.builder()
            .values("2024-06-01", item + " " + number)
            .value("2025-05-13", item, number);

    InsightReport report = report(person);

    assertThat(report.notices()).hasSize(1);
    assertThat(report.notices().getFirst().callNumber()).isEqualTo("119");
    assertThat(report.notices().getFirst().text()).doesNotContain(number, item);
    assertThat(InsightMapper.response(report).toString()).doesNotContain("\"" + number + "\"");
    assertThat(report.insights())
        .noneMatch(i -> i.subject().equals(item))
        .noneMatch(i -> i.inputsUsed().stream().anyMatch(u -> u.value().equals(number)));
  }

  @Test
  void silencedItemDoesNotBetrayItselfAsMissing() {
    InsightReport report = report(GoldenPerson.builder().value("2025-05-13", "GLU_F", "507"));

    assertThat(report.insights())
        .noneMatch(
            i ->
                i.inputsMissing().stream().anyMatch(m -> m.name().equals("Fasting glucose"))
                    || i.summary().contains("Fasting glucose"));
    assertThat(report.insights())
        .noneMatch(i -> i.model().equals("knhs_judgement") && i.subject().equals("overall"));
  }

  @Test
  void heldValueIsUsedByNothing() {
    InsightReport withOlder = report(GoldenPerson.builder().held("2025-05-13", "CREAT", "1.31"));
    InsightReport heldOnly = report(TestPerson.man().held("2025-05-13", "CREAT", "1.31"));

    assertThat(InsightMapper.response(withOlder).toString()).doesNotContain("1.31");
    assertThat(InsightMapper.response(heldOnly).toString()).doesNotContain("1.31");
    assertThat(heldOnly.insights()).noneMatch(i -> i.model().equals("ckd_epi"));
  }

  @Test
  void criticalValueThatIsStillHeldRaisesTheNotice() {
    assertThat(report(GoldenPerson.builder().held("2025-05-13", "K", "7.0")).notices()).hasSize(1);
  }

  @Test
  void noticeEndsWithANewerCalmValue() {
    TestPerson person =
        GoldenPerson.builder().value("2025-05-13", "K", "7.0").value("2025-05-15", "K", "4.4");

    assertThat(report(person).notices()).isEmpty();
  }

  @Test
  void selfHarmAnswerGivesTheSupportLineAndHidesTheScores() {
    TestPerson person =
        GoldenPerson.builder().value("2025-05-13", "PHQ9_9", "1").value("2025-05-13", "PHQ9", "14");

    InsightReport report = report(person);

    assertThat(report.notices()).hasSize(1);
    assertThat(report.notices().getFirst().callNumber()).isEqualTo("109");
    assertThat(report.insights()).noneMatch(i -> i.subject().startsWith("PHQ"));
  }

  @Test
  void nothingCriticalIsNoNotice() {
    assertThat(report(GoldenPerson.builder().value("2025-05-13", "PHQ9_9", "0")).notices())
        .isEmpty();
  }
}
