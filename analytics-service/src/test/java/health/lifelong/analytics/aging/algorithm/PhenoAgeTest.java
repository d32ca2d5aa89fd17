package health.lifelong.analytics.aging.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.aging.domain.PhenoAgeInputs;
import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Situation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhenoAgeTest {
  private final PhenoAge model = new PhenoAge();

  @Test
  void onlyThePublishedAgeIsServed() {
    Computed computed = served(inputs(64.0, 0.17, false));
    assertThat(computed.values()).containsOnlyKeys("phenoage_ln_crp");
    assertThat(computed.number("phenoage_ln_crp").orElseThrow()).isCloseTo(68.53278, within(1e-4));
    assertThat(computed.warnings()).contains("RESEARCH_INDEX");
    assertThat(RowEvaluation.evaluate(model, row("0.17")).get("not_for_use"))
        .isEqualTo(
            "mortality_10y_ln_crp:NOT_SERVED;mortality_10y_ln1p_crp:NOT_SERVED;phenoage_ln1p_crp:NOT_SERVED");
  }

  @Test
  void aCrpBelowDetectionIsHalvedAndSaid() {
    Computed halved = served(inputs(64.0, 0.34, true));
    assertThat(halved.number("phenoage_ln_crp"))
        .isEqualTo(served(inputs(64.0, 0.17, false)).number("phenoage_ln_crp"));
    assertThat(halved.warnings()).contains("CRP_BELOW_DETECTION_HALVED");
  }

  @Test
  void aCrpOfZeroHasNoLogarithmAndIsNoSmallNumber() {
    assertThat(reason(inputs(64.0, 0.0, false))).isEqualTo(RefusalReason.OUT_OF_RANGE);
    Map<String, String> evaluated = RowEvaluation.evaluate(model, row("0"));
    assertThat(evaluated.get("phenoage_ln_crp")).isEmpty();
    assertThat(evaluated.get("phenoage_ln1p_crp")).isNotEmpty();
    assertThat(evaluated.get("not_for_use")).contains("phenoage_ln1p_crp:OUT_OF_RANGE(crp_mg_dl)");
  }

  @Test
  void eachMissingMarkerRefuses() {
    assertThat(reason(inputs(null, 0.17, false))).isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(inputs(64.0, null, false))).isEqualTo(RefusalReason.INPUT_MISSING);
    assertThat(reason(inputs(19.9, 0.17, false))).isEqualTo(RefusalReason.OUT_OF_RANGE);
  }

  @Test
  void aVeryHighHazardStillHasAnAge() {
    Map<String, String> row = new HashMap<>(row("30"));
    row.put("glucose_mg_dl", "900");
    row.put("creatinine_mg_dl", "14");
    Map<String, String> evaluated = RowEvaluation.evaluate(model, row);
    assertThat(evaluated.get("mortality_10y_ln_crp")).isEqualTo("1");
    assertThat(Double.parseDouble(evaluated.get("phenoage_ln_crp"))).isGreaterThan(150).isFinite();
  }

  private Computed served(PhenoAgeInputs inputs) {
    return (Computed) model.serve(inputs, Situation.unknown());
  }

  private RefusalReason reason(PhenoAgeInputs inputs) {
    return ((Refused) model.serve(inputs, Situation.unknown())).reason();
  }

  private static PhenoAgeInputs inputs(@Nullable Double age, @Nullable Double crp, boolean below) {
    return new PhenoAgeInputs(age, 4.0, 1.059, 149.0, crp, below, 38.8, 92.9, 13.7, 48.0, 8.4);
  }

  private static Map<String, String> row(String crp) {
    return Map.ofEntries(
        Map.entry("age_years", "64"),
        Map.entry("albumin_g_dl", "4.0"),
        Map.entry("creatinine_mg_dl", "1.059"),
        Map.entry("glucose_mg_dl", "149"),
        Map.entry("crp_mg_dl", crp),
        Map.entry("lymphocyte_pct", "38.8"),
        Map.entry("mcv_fl", "92.9"),
        Map.entry("rdw_pct", "13.7"),
        Map.entry("alp_u_l", "48"),
        Map.entry("wbc_10e3_ul", "8.4"));
  }
}
