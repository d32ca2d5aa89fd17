package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Facts.Fact;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.domain.DataCategory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FusedRiskInsightTest {
  private static final String ENTERS =
      "pulse_us,resting_heart_rate,20,%s,lifestyle,cardiovascular_disease,us,resting_heart_rate,hazard,%s,%s,%s,%s,y,test";

  @TempDir Path directory;
  private Path pack;

  @BeforeEach
  void copyThePack() {
    pack = TestPack.copy(directory);
    for (String locale : List.of("ko", "en", "vi")) {
      TestPack.append(pack, "texts/" + locale + ".properties", "factor.pulse_us = PULSE");
      TestPack.append(pack, "texts/" + locale + ".properties", "factor.flush = FLUSH");
    }
  }

  private Insight fused(TestPerson person) {
    return all(person).getFirst();
  }

  private List<Insight> all(TestPerson person) {
    return new InsightEngine(TestPack.read(pack))
            .report(
                person.record(),
                TestGenome.carrier(),
                "en",
                person.record().reportDay(),
                Viewer.PERSON)
            .insights()
            .stream()
            .filter(insight -> insight.model().equals("fused_risk"))
            .toList();
  }

  private static Facts facts(Insight insight) {
    return ((Outcome.Result) insight.outcome()).facts();
  }

  private static double number(Facts facts, String name) {
    return ((Fact.Amount) facts.values().get(name)).value();
  }

  private static List<String> beside(Facts facts) {
    return ((Fact.Listing) facts.values().get("beside"))
        .values().stream()
            .map(group -> ((Fact.Group) group).facts())
            .map(
                one ->
                    ((Fact.Text) one.values().get("factor")).value()
                        + " "
                        + ((Fact.Text) one.values().get("why")).value())
            .collect(Collectors.toList());
  }

  private void oneThatEnters() {
    TestPack.append(pack, "risk-factors.csv", ENTERS.formatted("60", "0.4", "1", "", ""));
    TestPack.append(
        pack,
        "risk-factors.csv",
        ENTERS.replace(",20,", ",60,").formatted("", "0.6", "1.30", "1.10", "1.54"));
  }

  @Test
  void nothingOfThisPackEntersAndEachSaysWhy() {
    Insight insight = fused(GoldenPerson.builder());
    Facts facts = facts(insight);

    assertThat(number(facts, "risk")).isEqualTo(number(facts, "baseline"));
    assertThat(beside(facts))
        .contains("steps OTHER_POPULATION", "resting_heart_rate OTHER_OUTCOME")
        .isNotEmpty();
    assertThat(insight.summary()).contains("daily steps", "resting pulse");
    assertThat(insight.limits())
        .contains("resting pulse: the study counted something else than this number.");
  }

  @Test
  void recordWithoutAnythingHasAReport() {
    assertThat(all(TestPerson.man()))
        .allSatisfy(one -> assertThat(one.outcome()).isInstanceOf(Outcome.Refusal.class));
  }

  @Test
  void factorOfTheSameOutcomeAndPopulationEntersAndTheStepsSumToTheWhole() {
    oneThatEnters();

    Insight insight = fused(GoldenPerson.builder());
    Facts facts = facts(insight);

    double sum = number(facts, "baseline");
    for (Fact group : ((Fact.Listing) facts.values().get("contributions")).values()) {
      sum += number(((Fact.Group) group).facts(), "change");
    }
    assertThat(sum).isEqualTo(number(facts, "risk"));
    assertThat(number(facts, "risk")).isGreaterThan(number(facts, "baseline"));
    assertThat(number(facts, "interval_low")).isLessThan(number(facts, "risk"));
    assertThat(number(facts, "interval_high")).isGreaterThan(number(facts, "risk"));
    assertThat(insight.kinds()).contains(DataKind.CHECKUP, DataKind.LIFESTYLE);
    assertThat(insight.summary()).startsWith("With PULSE seen too");
  }

  @Test
  void withoutConsentToDailyLifeNothingOfThePhoneIsUsed() {
    oneThatEnters();

    assertThat(all(GoldenPerson.builder().withheld(DataCategory.LIFESTYLE))).isEmpty();
    Insight told =
        fused(
            GoldenPerson.builder()
                .values("2025-05-12", "PA_VIG_DAYS 4")
                .withheld(DataCategory.LIFESTYLE));
    assertThat(told.kinds()).doesNotContain(DataKind.LIFESTYLE);
    assertThat(beside(facts(told))).containsExactly("vigorous_days OTHER_OUTCOME");
  }

  @Test
  void geneIsReadOnlyWhereThePackLetsItBeTold() {
    String gene =
        "flush,rs671_a,%s,%s,genetic,oesophageal_cancer,general,aldehyde,odds,%s,%s,,,y,test";
    TestPack.append(pack, "risk-factors.csv", gene.formatted("0", "1", "0.7056", "1"));
    TestPack.append(pack, "risk-factors.csv", gene.formatted("1", "3", "0.2944", "1.39"));

    assertThat(beside(facts(fused(GoldenPerson.builder()))))
        .noneMatch(factor -> factor.startsWith("flush"));

    TestPack.append(
        pack, "channel-policy.csv", "flush,DTC,19,P2,false,false,channel.dtc,2024-04-01,x");
    Insight told = fused(GoldenPerson.builder());
    assertThat(beside(facts(told))).contains("flush OTHER_OUTCOME");
    assertThat(told.kinds()).contains(DataKind.GENOME);
    assertThat(fused(GoldenPerson.builder().withheld(DataCategory.GENETIC_RAW)).kinds())
        .doesNotContain(DataKind.GENOME);
  }
}
