package health.lifelong.analytics.cardiovascular.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.cardiovascular.domain.PreventInputs;
import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreventBaseTest {
  private static final long SEED = 1;

  private final PreventBase model = new PreventBase();

  @Test
  void thePublishedExampleIsReproduced() {
    Computed computed = (Computed) serve(example(50, 160));
    assertThat(computed.number("cvd_10y").orElseThrow()).isCloseTo(0.146839, within(1e-6));
    assertThat(computed.number("hf_30y").orElseThrow()).isCloseTo(0.389602, within(1e-6));
    assertThat(computed.values()).hasSize(10);
    assertThat(computed.warnings()).containsExactly("POPULATION_US");
    assertThat(computed.conditions())
        .contains(Exclusion.CARDIOVASCULAR_DISEASE, Exclusion.HEART_FAILURE);
  }

  @Test
  void thirtyYearOutcomesEndAtFiftyNine() {
    Computed sixty = (Computed) serve(example(60, 160));
    assertThat(sixty.values().keySet())
        .containsExactly("cvd_10y", "ascvd_10y", "hf_10y", "chd_10y", "stroke_10y");
    assertThat(sixty.warnings()).contains("THIRTY_YEARS_TO_AGE_59");
    Map<String, String> row = RowEvaluation.evaluate(model, row("60", "160"));
    assertThat(row).containsEntry("cvd_30y", "").containsEntry("not_for_use", "");
    assertThat(RowEvaluation.evaluate(model, row("59", "160")).get("cvd_30y")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "age_years, 29.9, 30, 79, 79.1",
    "total_chol_mg_dl, 129.9, 130, 320, 320.1",
    "hdl_c_mg_dl, 19.9, 20, 100, 100.1",
    "sbp_mmhg, 89.9, 90, 200, 200.1",
    "bmi_kg_m2, 18.4, 18.5, 39.9, 40",
    "egfr_ml_min_173, 14.9, 15, 140, 140.1"
  })
  void theRangeIsServedToItsEndsAndNotBeyond(
      String input, String below, String low, String high, String above) {
    for (String inside : List.of(low, high)) {
      assertThat(serve(with(input, inside))).as(inside).isInstanceOf(Computed.class);
    }
    for (String outside : List.of(below, above)) {
      Refused refused = (Refused) serve(with(input, outside));
      assertThat(refused.reason()).isEqualTo(RefusalReason.OUT_OF_RANGE);
      assertThat(refused.inputs()).containsExactly(input);
      Map<String, String> row = new HashMap<>(row("50", "160"));
      row.put(input, outside);
      Map<String, String> evaluated = RowEvaluation.evaluate(model, row);
      assertThat(evaluated.get("cvd_10y")).isNotEmpty();
      assertThat(evaluated.get("not_for_use")).contains("cvd_10y:OUT_OF_RANGE(" + input + ")");
    }
  }

  @Test
  void pressureAbove180IsServedWithAWarning() {
    assertThat(((Computed) serve(example(50, 181))).warnings()).contains("SBP_ABOVE_180");
    assertThat(((Computed) serve(example(50, 180))).warnings()).doesNotContain("SBP_ABOVE_180");
  }

  @Test
  void everyMissingInputRefusesAndAnUnknownTreatmentAsks() {
    for (ModelInput input : model.card().inputs()) {
      Map<String, String> row = new HashMap<>(row("50", "160"));
      row.remove(input.name());
      Refused refused = (Refused) serve(Inputs.parse(model.card().inputs(), row));
      RefusalReason expected =
          input.kind() == ModelInput.Kind.FLAG
              ? RefusalReason.UNKNOWN_HISTORY
              : RefusalReason.INPUT_MISSING;
      assertThat(refused.reason()).as(input.name()).isEqualTo(expected);
      assertThat(refused.wouldHelp()).contains(input.label());
    }
  }

  @Test
  void knownDiseaseRefuses() {
    for (Exclusion exclusion : model.card().excludes()) {
      ModelResult result = model.serve(typed(), Situation.unknown().with(exclusion, true));
      assertThat(((Refused) result).reason())
          .as(exclusion.name())
          .isEqualTo(RefusalReason.POPULATION);
    }
  }

  @Test
  void riskRisesWithPressureSmokingAndDiabetes() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 1_000; i++) {
      Map<String, String> row =
          new HashMap<>(
              row(
                  Integer.toString(30 + random.nextInt(50)),
                  Integer.toString(110 + random.nextInt(80))));
      row.put("sex", random.nextBoolean() ? "F" : "M");
      row.put("diabetes", "0");
      double risk = risk(row);
      Map<String, String> higher = new HashMap<>(row);
      higher.put("sbp_mmhg", Double.toString(Double.parseDouble(row.get("sbp_mmhg")) + 5));
      assertThat(risk(higher)).as(row.toString()).isGreaterThan(risk);
      for (String habit : List.of("current_smoker", "diabetes")) {
        Map<String, String> worse = new HashMap<>(row);
        worse.put(habit, "1");
        assertThat(risk(worse)).as(habit + row).isGreaterThan(risk);
      }
    }
  }

  private double risk(Map<String, String> row) {
    return Double.parseDouble(RowEvaluation.evaluate(model, row).get("cvd_10y"));
  }

  private ModelResult serve(Inputs inputs) {
    return Serving.serve(model, inputs, Situation.unknown());
  }

  private ModelResult serve(PreventInputs inputs) {
    return model.serve(inputs, Situation.unknown());
  }

  private Inputs with(String input, String value) {
    Map<String, String> row = new HashMap<>(row("50", "160"));
    row.put(input, value);
    return Inputs.parse(model.card().inputs(), row);
  }

  private static PreventInputs typed() {
    return example(50, 160);
  }

  private static PreventInputs example(double age, double sbp) {
    return new PreventInputs(Sex.F, age, 200.0, 45.0, sbp, true, true, false, 35.0, 90.0, false);
  }

  private static Map<String, String> row(String age, String sbp) {
    return Map.ofEntries(
        Map.entry("sex", "F"),
        Map.entry("age_years", age),
        Map.entry("total_chol_mg_dl", "200"),
        Map.entry("hdl_c_mg_dl", "45"),
        Map.entry("sbp_mmhg", sbp),
        Map.entry("on_bp_treatment", "1"),
        Map.entry("diabetes", "1"),
        Map.entry("current_smoker", "0"),
        Map.entry("bmi_kg_m2", "35"),
        Map.entry("egfr_ml_min_173", "90"),
        Map.entry("on_statin", "0"));
  }
}
