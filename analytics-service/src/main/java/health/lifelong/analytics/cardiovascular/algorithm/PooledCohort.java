package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;

/**
 * ACC/AHA Pooled Cohort Equations 2013 (Goff, Circulation 2014;129:S49, Table A): probability of a
 * first hard atherosclerotic event within 10 years. Known to overestimate in Koreans, so it is
 * evaluated and never served.
 */
public final class PooledCohort implements Model {
  private static final String[] NEEDS = {
    "age_years",
    "sex",
    "race",
    "total_chol_mg_dl",
    "hdl_c_mg_dl",
    "sbp_mmhg",
    "on_bp_treatment",
    "current_smoker",
    "diabetes"
  };

  private static final CoxTable TABLE =
      CoxTable.resource("/models/pce_2013.csv", "white_F", "black_F", "white_M", "black_M");

  private static final ModelCard CARD =
      ModelCard.of("pce_2013", "1.0.0")
          .title("동맥경화성 심혈관질환 위험도 (PCE 2013)", "Atherosclerotic risk (Pooled Cohort Equations)")
          .purpose("How likely a first heart attack or stroke is within 10 years.")
          .population("US cohorts, white and African-American, 40-79 years.")
          .input(ModelInput.number("age_years", "a", 40.0, 79.0, "age"))
          .input(ModelInput.sex())
          .input(ModelInput.choice("race", "equation by race", "white", "black", "other"))
          .input(ModelInput.number("total_chol_mg_dl", "mg/dL", 130.0, 320.0, "total cholesterol"))
          .input(ModelInput.number("hdl_c_mg_dl", "mg/dL", 20.0, 100.0, "HDL cholesterol"))
          .input(ModelInput.number("sbp_mmhg", "mm[Hg]", 90.0, 200.0, "systolic blood pressure"))
          .input(ModelInput.flag("on_bp_treatment", "takes medicine for blood pressure"))
          .input(ModelInput.flag("current_smoker", "smokes now"))
          .input(ModelInput.flag("diabetes", "has diabetes"))
          .output(ModelOutput.of("ascvd_10y", "1", "probability, printed means", NEEDS))
          .output(
              ModelOutput.of(
                  "ascvd_10y_4dp_mean", "1", "the same with the calculator's means", NEEDS))
          .formula(
              "1 − S0^exp(Σ β·term − mean); logarithms of age, cholesterol, HDL and treated or untreated pressure, by sex and race")
          .source(
              "Goff DC et al., Circulation 2014;129(25 suppl 2):S49-S73",
              "10.1161/01.cir.0000437741.48606.98")
          .limit("Known to overestimate in Koreans: never the sole result, and not served.")
          .limit("Koreans take the equation of white or other people.")
          .limit("For people without known cardiovascular disease.")
          .limit("The two sets of means differ by up to 0.25 % of the result.")
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
    String race = in.text("race").equals("black") ? "black_" : "white_";
    String mean =
        switch (output.name()) {
          case "ascvd_10y" -> "mean";
          case "ascvd_10y_4dp_mean" -> "mean_4dp";
          default -> throw new IllegalArgumentException(output.name());
        };
    CoxTerms terms =
        CoxTerms.common(in).ln("ln_tc", "total_chol_mg_dl").ln("ln_hdl", "hdl_c_mg_dl");
    return new OutputValue.Numeric(TABLE.risk(race + in.sex(), mean, terms));
  }
}
