package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.vocabulary.CsvTable;
import java.util.HashMap;
import java.util.Map;

/**
 * The shape that the SCORE2 family shares: a sex-specific Cox model, then a calibration by region.
 * Coefficients and scales are tables.
 */
final class Score2Equations {
  private static final Score2Equations STANDARD = load();

  /** Where a variant centres its inputs: age, then its step; and so on. */
  private record Centre(
      double age,
      double ageStep,
      double sbp,
      double sbpStep,
      double tc,
      double hdl,
      double hdlStep) {}

  private static final Centre SCORE2 = new Centre(60, 5, 120, 20, 6, 1.3, 0.5);
  private static final Centre OLDER = new Centre(73, 1, 150, 1, 6, 1.4, 1);

  private final Map<String, Double> coefficients;
  private final Map<String, double[]> scales;

  private Score2Equations(Map<String, Double> coefficients, Map<String, double[]> scales) {
    this.coefficients = coefficients;
    this.scales = scales;
  }

  static Score2Equations standard() {
    return STANDARD;
  }

  /**
   * Calibrated 10-year probability.
   *
   * @param variant score2, op_printed or op_full
   * @param calibration score2, op_printed, op_full or asia_pacific
   */
  double risk(String variant, String calibration, Inputs in) {
    Centre centre = variant.equals("score2") ? SCORE2 : OLDER;
    Sex sex = in.sex();
    double age = (in.number("age_years") - centre.age()) / centre.ageStep();
    double sbp = (in.number("sbp_mmhg") - centre.sbp()) / centre.sbpStep();
    double tc = in.number("total_chol_mmol_l") - centre.tc();
    double hdl = (in.number("hdl_c_mmol_l") - centre.hdl()) / centre.hdlStep();
    double smoking = in.flag("current_smoker") ? 1 : 0;
    double diabetes = in.flag("diabetes") ? 1 : 0;
    double predictor =
        of(variant, sex, "age") * age
            + (of(variant, sex, "smoking") + of(variant, sex, "smoking_age") * age) * smoking
            + (of(variant, sex, "sbp") + of(variant, sex, "sbp_age") * age) * sbp
            + (of(variant, sex, "diabetes") + of(variant, sex, "diabetes_age") * age) * diabetes
            + (of(variant, sex, "tc") + of(variant, sex, "tc_age") * age) * tc
            + (of(variant, sex, "hdl") + of(variant, sex, "hdl_age") * age) * hdl
            - of(variant, sex, "mean");
    double cumulative = -StrictMath.log(of(variant, sex, "s0")) * StrictMath.exp(predictor);
    double[] scale = scales.get(calibration + "/" + sex + "/" + in.text("risk_region"));
    if (scale == null) {
      throw new IllegalStateException("no calibration " + calibration);
    }
    return -StrictMath.expm1(-StrictMath.exp(scale[0] + scale[1] * StrictMath.log(cumulative)));
  }

  private double of(String variant, Sex sex, String term) {
    Double value = coefficients.get(variant + "/" + sex + "/" + term);
    if (value == null) {
      throw new IllegalStateException("no coefficient " + variant + " " + term);
    }
    return value;
  }

  private static Score2Equations load() {
    Map<String, Double> coefficients = new HashMap<>();
    for (CsvTable.Row row :
        CsvTable.resource(Score2Equations.class, "/models/score2_coefficients.csv").rows()) {
      for (Sex sex : Sex.values()) {
        coefficients.put(
            row.require("variant") + "/" + sex + "/" + row.require("term"),
            Double.valueOf(row.require(sex.name())));
      }
    }
    Map<String, double[]> scales = new HashMap<>();
    for (CsvTable.Row row :
        CsvTable.resource(Score2Equations.class, "/models/score2_scales.csv").rows()) {
      scales.put(
          row.require("calibration") + "/" + row.require("sex") + "/" + row.require("region"),
          new double[] {
            Double.parseDouble(row.require("scale1")), Double.parseDouble(row.require("scale2"))
          });
    }
    return new Score2Equations(coefficients, scales);
  }
}
