package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import java.util.ArrayList;
import java.util.List;

/**
 * China-PAR (Yang, Circulation 2016;134:1430): probability of an atherosclerotic event within 10
 * years. The paper prints two decimals, which are too coarse; six terms of the men's equation were
 * fitted to the authors' calculator and are not verified, so the model is never served.
 */
public final class ChinaPar implements Model {
  private static final String[] NEEDS = {
    "age_years",
    "sex",
    "sbp_mmhg",
    "on_bp_treatment",
    "total_chol_mg_dl",
    "hdl_c_mg_dl",
    "waist_cm",
    "current_smoker",
    "diabetes",
    "north_china"
  };

  /** What the men's equation reads and the women's does not. */
  private static final List<String> OF_MEN = List.of("urban", "family_history_ascvd");

  private static final CoxTable TABLE =
      CoxTable.resource("/models/china_par.csv", "refined_M", "printed_M", "printed_F");

  private static final ModelCard CARD =
      ModelCard.of("china_par", "1.0.0")
          .title("동맥경화성 심혈관질환 위험도 (China-PAR)", "Atherosclerotic risk (China-PAR)")
          .purpose("How likely a first heart attack or stroke is within 10 years.")
          .population("Chinese cohorts, 35-74 years.")
          .input(ModelInput.number("age_years", "a", 35.0, 74.0, "age"))
          .input(ModelInput.sex())
          .input(ModelInput.positive("sbp_mmhg", "mm[Hg]", "systolic blood pressure"))
          .input(ModelInput.flag("on_bp_treatment", "takes medicine for blood pressure"))
          .input(ModelInput.positive("total_chol_mg_dl", "mg/dL", "total cholesterol"))
          .input(ModelInput.positive("hdl_c_mg_dl", "mg/dL", "HDL cholesterol"))
          .input(ModelInput.positive("waist_cm", "cm", "waist"))
          .input(ModelInput.flag("current_smoker", "smokes now"))
          .input(ModelInput.flag("diabetes", "has diabetes"))
          .input(ModelInput.flag("north_china", "lives north of the Yangtze"))
          .input(ModelInput.flag("urban", "lives in a town"))
          .input(ModelInput.flag("family_history_ascvd", "parents or siblings had atherosclerosis"))
          .output(output("ascvd_10y", "probability, refined coefficients of men"))
          .output(output("ascvd_10y_2dp_coefficients", "probability, printed coefficients"))
          .formula(
              "1 − S0^exp(Σ β·term − mean); logarithms of age, pressure, cholesterol, HDL and waist, by sex; town and family history in men only")
          .source(
              "Yang X et al., Circulation 2016;134:1430-1440", "10.1161/CIRCULATIONAHA.116.022367")
          .limit(
              "UNVERIFIED: the refined terms were derived in this project, and the printed ones are too coarse; never served.")
          .limit("The answer is good to half a percentage point at best.")
          .limit("North and town are of China: for others north is 0 and town 1, which is a guess.")
          .limit("For people without known cardiovascular disease.")
          .excludes(
              Exclusion.PREGNANCY,
              Exclusion.DIALYSIS,
              Exclusion.TRANSPLANT,
              Exclusion.CANCER_THERAPY,
              Exclusion.CARDIOVASCULAR_DISEASE)
          .evaluateOnly()
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    CoxTerms terms =
        CoxTerms.common(in)
            .ln("ln_tc", "total_chol_mg_dl")
            .ln("ln_hdl", "hdl_c_mg_dl")
            .ln("ln_waist", "waist_cm")
            .flag("north", "north_china");
    if (in.sex() == Sex.F) {
      return new OutputValue.Numeric(TABLE.risk("printed_F", terms));
    }
    List<String> unknown = new ArrayList<>(OF_MEN);
    unknown.removeIf(in::has);
    if (!unknown.isEmpty()) {
      return new NoValue(RefusalReason.UNKNOWN_HISTORY, unknown, "the equation of men needs both");
    }
    String equation =
        switch (output.name()) {
          case "ascvd_10y" -> "refined_M";
          case "ascvd_10y_2dp_coefficients" -> "printed_M";
          default -> throw new IllegalArgumentException(output.name());
        };
    terms.flag("urban", "urban").flag("family_history", "family_history_ascvd");
    return new OutputValue.Numeric(TABLE.risk(equation, terms));
  }

  private static ModelOutput output(String name, String meaning) {
    return new ModelOutput(name, "1", meaning, List.of(NEEDS), OF_MEN);
  }
}
