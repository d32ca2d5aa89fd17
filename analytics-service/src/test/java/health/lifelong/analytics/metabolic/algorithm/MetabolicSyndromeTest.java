package health.lifelong.analytics.metabolic.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.analytics.metabolic.domain.MetabolicInputs;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetabolicSyndromeTest {
  private static final long SEED = 10;
  private static final String ANSWER = "metabolic_syndrome";

  private final MetabolicSyndrome model = new MetabolicSyndrome(new WaistLimits(85, 90, "test"));

  @Test
  void theWaistLimitIsTheCountrysAndInclusive() {
    assertThat(waist(model, "M", "90")).isEqualTo("1");
    assertThat(waist(model, "M", "89.9")).isEqualTo("0");
    assertThat(waist(model, "F", "85")).isEqualTo("1");
    assertThat(waist(new MetabolicSyndrome(new WaistLimits(80, 94, "test")), "M", "90"))
        .isEqualTo("0");
  }

  @Test
  void threeKnownCriteriaDecideWhateverIsMissing() {
    MetabolicInputs three =
        new MetabolicInputs(Sex.M, 95.0, 200.0, null, 140.0, null, null, null, null, null, null);
    Computed computed = (Computed) model.serve(three, Situation.unknown());
    assertThat(computed.flag(ANSWER)).contains(true);
    assertThat(computed.values()).containsOnlyKeys("waist", "tg", "bp", ANSWER);
    assertThat(computed.conditions()).isEmpty();
  }

  @Test
  void twoMetAndOneMissingIsUndetermined() {
    MetabolicInputs two =
        new MetabolicInputs(
            Sex.M, 95.0, 200.0, null, 110.0, 70.0, 90.0, false, false, false, false);
    Refused refused = (Refused) model.serve(two, Situation.unknown());
    assertThat(refused.reason()).isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(refused.inputs()).containsExactly("hdl_c_mg_dl");
  }

  @Test
  void anUnknownTreatmentLeavesItsCriterionOpen() {
    MetabolicInputs unknown =
        new MetabolicInputs(Sex.M, 95.0, 200.0, 50.0, 110.0, 70.0, 90.0, false, false, null, false);
    Refused refused = (Refused) model.serve(unknown, Situation.unknown());
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNKNOWN_HISTORY);
    assertThat(refused.inputs()).containsExactly("drug_for_bp");
  }

  @Test
  void oneMetAndOneMissingIsDecidedAgainst() {
    MetabolicInputs one =
        new MetabolicInputs(
            Sex.F, 70.0, 200.0, null, 110.0, 70.0, 90.0, false, false, false, false);
    assertThat(((Computed) model.serve(one, Situation.unknown())).flag(ANSWER)).contains(false);
  }

  @Test
  void pregnancyRefuses() {
    MetabolicInputs any =
        new MetabolicInputs(Sex.F, 95.0, 200.0, 30.0, 140.0, 90.0, 120.0, true, true, true, true);
    Refused refused =
        (Refused) model.serve(any, Situation.unknown().with(Exclusion.PREGNANCY, true));
    assertThat(refused.reason()).isEqualTo(RefusalReason.POPULATION);
  }

  @Test
  void whatIsMissingNeverChangesAnAnswerThatIsGiven() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    int decided = 0;
    for (int i = 0; i < 20_000; i++) {
      Map<String, String> full = person(random);
      Map<String, String> some = new HashMap<>(full);
      some.keySet().removeIf(name -> random.nextInt(4) == 0);
      String answer = RowEvaluation.evaluate(model, some).getOrDefault(ANSWER, "");
      if (!answer.isEmpty()) {
        assertThat(answer)
            .as(some.toString())
            .isEqualTo(RowEvaluation.evaluate(model, full).get(ANSWER));
        decided++;
      }
    }
    assertThat(decided).isBetween(1_000, 19_000);
  }

  @Test
  void aWaistTableWithoutBothSexesIsRefused() throws IOException {
    String header = "name,sex,value,unit,source\n";
    String both =
        header
            + "metabolic_syndrome.waist,F,80,cm,x\nmetabolic_syndrome.waist,M,94,cm,x\nother,A,1,d,x\n";
    assertThat(WaistLimits.fromCsv(stream(both))).isEqualTo(new WaistLimits(80, 94, "x"));
    assertThatThrownBy(
            () -> WaistLimits.fromCsv(stream(header + "metabolic_syndrome.waist,F,80,cm,x\n")))
        .isInstanceOf(IOException.class);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String waist(MetabolicSyndrome model, String sex, String waist) {
    return RowEvaluation.evaluate(model, Map.of("sex", sex, "waist_cm", waist))
        .getOrDefault("waist", "");
  }

  private static Map<String, String> person(Random random) {
    Map<String, String> row = new HashMap<>();
    row.put("sex", random.nextBoolean() ? "F" : "M");
    row.put("waist_cm", Integer.toString(70 + random.nextInt(40)));
    row.put("triglyceride_mg_dl", Integer.toString(60 + random.nextInt(200)));
    row.put("hdl_c_mg_dl", Integer.toString(25 + random.nextInt(50)));
    row.put("sbp_mmhg", Integer.toString(100 + random.nextInt(60)));
    row.put("dbp_mmhg", Integer.toString(60 + random.nextInt(45)));
    row.put("fasting_glucose_mg_dl", Integer.toString(75 + random.nextInt(60)));
    for (String drug :
        new String[] {"drug_for_high_tg", "drug_for_low_hdl", "drug_for_bp", "drug_for_glucose"}) {
      row.put(drug, random.nextInt(5) == 0 ? "1" : "0");
    }
    return row;
  }
}
