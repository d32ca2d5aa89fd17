package health.lifelong.analytics.cardiovascular.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.domain.Model;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples that the papers of the older risk equations print. */
class PublishedExamplesTest {
  @ParameterizedTest(name = "{0} {1}: {2} %")
  @CsvSource({"F, white, 2.1", "F, black, 3.0", "M, white, 5.38", "M, black, 6.1"})
  void pooledCohortEquationsGiveTheExamplesOfTheirPaper(String sex, String race, double percent) {
    Map<String, String> row =
        cells(
            "age_years=55;total_chol_mg_dl=213;hdl_c_mg_dl=50;sbp_mmhg=120;on_bp_treatment=0;current_smoker=0;diabetes=0");
    row.put("sex", sex);
    row.put("race", race);
    assertThat(percent(new PooledCohort(), "ascvd_10y", row)).isCloseTo(percent, within(0.06));
  }

  @Test
  void whoIsNeitherWhiteNorBlackTakesTheEquationOfTheWhite() {
    Map<String, String> row =
        cells(
            "age_years=60;sex=M;race=other;total_chol_mg_dl=190;hdl_c_mg_dl=45;sbp_mmhg=135;on_bp_treatment=1;current_smoker=1;diabetes=0");
    double other = percent(new PooledCohort(), "ascvd_10y", row);
    row.put("race", "white");
    assertThat(percent(new PooledCohort(), "ascvd_10y", row)).isEqualTo(other);
  }

  @Test
  void framinghamGivesTheExamplesOfItsPaper() {
    Map<String, String> woman =
        cells(
            "age_years=61;sex=F;total_chol_mg_dl=180;hdl_c_mg_dl=47;sbp_mmhg=124;on_bp_treatment=0;current_smoker=1;diabetes=0");
    Map<String, String> man =
        cells(
            "age_years=53;sex=M;total_chol_mg_dl=161;hdl_c_mg_dl=55;sbp_mmhg=125;on_bp_treatment=1;current_smoker=0;diabetes=1");
    assertThat(percent(new Framingham(), "cvd_10y_lipid_model", woman))
        .isCloseTo(10.48, within(0.005));
    assertThat(percent(new Framingham(), "cvd_10y_lipid_model", man))
        .isCloseTo(15.62, within(0.005));
  }

  @Test
  void framinghamWithoutLipidsStillHasItsOfficeForm() {
    Map<String, String> man =
        cells(
            "age_years=53;sex=M;sbp_mmhg=125;on_bp_treatment=1;current_smoker=0;diabetes=1;bmi_kg_m2=28");
    Map<String, String> answer = RowEvaluation.evaluate(new Framingham(), man);
    assertThat(answer.get("cvd_10y_lipid_model")).isEmpty();
    assertThat(answer.get("cvd_10y_bmi_model")).isNotEmpty();
    assertThat(answer.getOrDefault("not_for_use", ""))
        .contains("INPUT_MISSING(total_chol_mg_dl hdl_c_mg_dl)", "cvd_10y_bmi_model:NOT_SERVED");
  }

  @Test
  void chinaParIsNearTheExampleOfTheGuidelineAndNeverServed() {
    Map<String, String> man =
        cells(
            "age_years=40;sex=M;sbp_mmhg=145;on_bp_treatment=0;total_chol_mg_dl=201.084;hdl_c_mg_dl=50.271;waist_cm=80;current_smoker=0;diabetes=0;north_china=1;urban=1;family_history_ascvd=1");
    assertThat(percent(new ChinaPar(), "ascvd_10y", man)).isCloseTo(4.87, within(0.01));
    assertThat(percent(new ChinaPar(), "ascvd_10y_2dp_coefficients", man))
        .isCloseTo(5.13, within(0.01));
    assertThat(RowEvaluation.evaluate(new ChinaPar(), man).get("not_for_use"))
        .isEqualTo("ascvd_10y:NOT_SERVED;ascvd_10y_2dp_coefficients:NOT_SERVED");
  }

  @Test
  void familyHistoryIsAskedOfMenOnly() {
    Map<String, String> person =
        cells(
            "age_years=50;sex=M;sbp_mmhg=130;on_bp_treatment=0;total_chol_mg_dl=200;hdl_c_mg_dl=50;waist_cm=80;current_smoker=0;diabetes=0;north_china=0;urban=1");
    assertThat(RowEvaluation.evaluate(new ChinaPar(), person).get("not_for_use"))
        .contains("ascvd_10y:UNKNOWN_HISTORY(family_history_ascvd)");
    person.put("sex", "F");
    assertThat(RowEvaluation.evaluate(new ChinaPar(), person).get("ascvd_10y")).isNotEmpty();
  }

  private static double percent(Model model, String output, Map<String, String> row) {
    return 100 * Double.parseDouble(RowEvaluation.evaluate(model, row).getOrDefault(output, ""));
  }

  private static Map<String, String> cells(String pairs) {
    Map<String, String> cells = new HashMap<>();
    for (String pair : pairs.split(";", -1)) {
      String[] parts = pair.split("=", -1);
      cells.put(parts[0], parts[1]);
    }
    return cells;
  }
}
