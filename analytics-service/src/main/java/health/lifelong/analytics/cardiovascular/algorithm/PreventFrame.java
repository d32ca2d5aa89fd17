package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the base and the add-on models of PREVENT share: inputs, outputs, sources, warnings. */
final class PreventFrame {
  /** 30-year outcomes exist to this age. */
  private static final double LAST_AGE_OF_30_YEARS = 59;

  private static final Map<String, String> OUTCOMES =
      Map.of(
          "cvd",
          "total_cvd",
          "ascvd",
          "ascvd",
          "hf",
          "heart_failure",
          "chd",
          "chd",
          "stroke",
          "stroke");

  private static final List<String> OUTPUT_ORDER = List.of("cvd", "ascvd", "hf", "chd", "stroke");

  static final List<ModelInput> INPUTS =
      List.of(
          ModelInput.sex(),
          ModelInput.number("age_years", "a", 30.0, 79.0, "age"),
          ModelInput.number("total_chol_mg_dl", "mg/dL", 130.0, 320.0, "total cholesterol"),
          ModelInput.number("hdl_c_mg_dl", "mg/dL", 20.0, 100.0, "HDL cholesterol"),
          ModelInput.number("sbp_mmhg", "mm[Hg]", 90.0, 200.0, "systolic blood pressure"),
          ModelInput.flag("on_bp_treatment", "takes medicine for blood pressure"),
          ModelInput.flag("diabetes", "has diabetes"),
          ModelInput.flag("current_smoker", "smokes now"),
          ModelInput.number("bmi_kg_m2", "kg/m2", 18.5, 39.9, "body mass index"),
          ModelInput.number(
              "egfr_ml_min_173", "mL/min/{1.73_m2}", 15.0, 140.0, "eGFR, CKD-EPI 2021"),
          ModelInput.flag("on_statin", "takes a statin"));

  private PreventFrame() {}

  /** A card with everything that all variants share; {@code reads} are the add-on inputs. */
  static ModelCard.Builder card(String id, List<ModelInput> leading, List<ModelInput> addOns) {
    ModelCard.Builder card =
        ModelCard.of(id, "1.0.0")
            .population("US cohorts, more than 3 million adults of 30-79 years; no race term.")
            .source(
                "Khan SS et al., Circulation 2024;149:430-449", "10.1161/CIRCULATIONAHA.123.067626")
            .limit("For people without known cardiovascular disease or heart failure.")
            .limit("Not recalibrated to Koreans: it probably overestimates; show it as secondary.")
            .limit(
                "Systolic pressure of 181-200 mmHg is taken with a warning, as the authors' calculator does.")
            .limit("30-year outcomes exist for ages 30-59 only.")
            .excludes(
                Exclusion.PREGNANCY,
                Exclusion.DIALYSIS,
                Exclusion.TRANSPLANT,
                Exclusion.CANCER_THERAPY,
                Exclusion.CARDIOVASCULAR_DISEASE,
                Exclusion.HEART_FAILURE);
    leading.forEach(card::input);
    INPUTS.forEach(card::input);
    addOns.forEach(card::input);
    List<String> reads = new ArrayList<>();
    leading.forEach(input -> reads.add(input.name()));
    addOns.forEach(input -> reads.add(input.name()));
    for (String horizon : List.of("10y", "30y")) {
      for (String outcome : OUTPUT_ORDER) {
        card.output(
            new ModelOutput(
                outcome + "_" + horizon,
                "1",
                "probability of " + OUTCOMES.get(outcome) + " within " + horizon,
                INPUTS.stream().map(ModelInput::name).toList(),
                reads));
      }
    }
    return card;
  }

  /** One output of one variant. */
  static OutputValue compute(String variant, ModelOutput output, Inputs inputs) {
    int underscore = output.name().indexOf('_');
    String outcome = OUTCOMES.get(output.name().substring(0, underscore));
    String horizon = output.name().substring(underscore + 1);
    if (outcome == null) {
      throw new IllegalArgumentException(output.name());
    }
    if (horizon.equals("30y") && inputs.number("age_years") > LAST_AGE_OF_30_YEARS) {
      return new OutputValue.NotDefined("30-year outcomes exist for ages 30-59 only");
    }
    String years = horizon.equals("30y") ? "30yr" : "10yr";
    return new OutputValue.Numeric(
        PreventEquations.standard().risk(variant, years, outcome, inputs));
  }

  /** Codes of what weakens a result. */
  static List<String> warnings(Inputs inputs) {
    List<String> warnings = new ArrayList<>();
    warnings.add("POPULATION_US");
    if (inputs.maybeNumber("sbp_mmhg").filter(sbp -> sbp > 180).isPresent()) {
      warnings.add("SBP_ABOVE_180");
    }
    if (inputs.maybeNumber("age_years").filter(age -> age > LAST_AGE_OF_30_YEARS).isPresent()) {
      warnings.add("THIRTY_YEARS_TO_AGE_59");
    }
    return List.copyOf(warnings);
  }
}
