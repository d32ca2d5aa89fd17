package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.TestPerson;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.domain.PersonRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The messages of genotype and answer (genomics reference, 7.5), laid beside values and phone
 * without any percentage.
 */
class AlcoholMessageTest {
  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  private Insight fusion(String aldh2, String newestAnswer) {
    TestPerson person = GoldenPerson.builder().value("2025-05-13", "SBP", "137");
    person.code("2025-05-13", "ALC_FREQ", newestAnswer).value("2025-05-13", "ALC_QTY", "3");
    PersonRecord record = person.record();
    return engine
        .report(
            record,
            TestGenome.withAldh2(aldh2),
            "en",
            record.latestDay().orElseThrow(),
            Viewer.PERSON)
        .insights()
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "AG,1,carrier_drinks",
    "AA,4,carrier_drinks",
    "AG,0,carrier_abstains",
    "GG,3,usual_drinks",
    "GG,0,usual_abstains"
  })
  void genotypeAndAnswerDecideTheMessage(String aldh2, String answer, String advice) {
    Insight insight = fusion(aldh2, answer);

    assertThat(insight.outcome()).isInstanceOf(Outcome.Result.class);
    Facts facts = ((Outcome.Result) insight.outcome()).facts();
    assertThat(facts.values().get("advice")).isEqualTo(new Facts.Fact.Text(advice));
  }

  @ParameterizedTest
  @CsvSource({"AG,1", "AA,1"})
  void carriersWhoDrinkAreStronglyAdvisedToStopOrCutDown(String aldh2, String answer) {
    assertThat(fusion(aldh2, answer).summary()).contains("strongly suggest to stop or cut down");
  }

  @ParameterizedTest
  @CsvSource({"GG,3", "GG,0", "AG,2", "AA,0"})
  void nothingCallsAlcoholSafeAndNothingHasAPercentage(String aldh2, String answer) {
    Insight insight = fusion(aldh2, answer);

    assertThat(insight.toString()).doesNotContain("%", "alcohol is safe", "percent");
    assertThat(insight.summary()).doesNotContainPattern("\\d");
  }
}
