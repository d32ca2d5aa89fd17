package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.OutputValue;

/**
 * Framingham general cardiovascular disease 2008 (D'Agostino, Circulation 2008;117:743), lipid and
 * office form: probability of coronary disease, stroke or transient attack, peripheral artery
 * disease or heart failure within 10 years. Not the older hard-CHD equation.
 */
public final class Framingham implements Model {
  private static final CoxTable TABLE =
      CoxTable.resource("/models/framingham_2008.csv", "lipid_M", "lipid_F", "bmi_M", "bmi_F");

  private static final ModelCard CARD =
      ModelCard.of("framingham_2008", "1.0.0")
          .title("심혈관질환 위험도 (Framingham 2008)", "Cardiovascular risk (Framingham 2008)")
          .purpose("How likely a first cardiovascular disease of any kind is within 10 years.")
          .population("Framingham cohorts (US, European descent), 30-74 years.")
          .input(ModelInput.number("age_years", "a", 30.0, 74.0, "age"))
          .input(ModelInput.sex())
          .input(ModelInput.positive("total_chol_mg_dl", "mg/dL", "total cholesterol"))
          .input(ModelInput.positive("hdl_c_mg_dl", "mg/dL", "HDL cholesterol"))
          .input(ModelInput.positive("sbp_mmhg", "mm[Hg]", "systolic blood pressure"))
          .input(ModelInput.flag("on_bp_treatment", "takes medicine for blood pressure"))
          .input(ModelInput.flag("current_smoker", "smokes now"))
          .input(ModelInput.flag("diabetes", "has diabetes"))
          .input(ModelInput.positive("bmi_kg_m2", "kg/m2", "body mass index"))
          .output(
              ModelOutput.of(
                  "cvd_10y_lipid_model",
                  "1",
                  "probability, from cholesterol and HDL",
                  "age_years",
                  "sex",
                  "total_chol_mg_dl",
                  "hdl_c_mg_dl",
                  "sbp_mmhg",
                  "on_bp_treatment",
                  "current_smoker",
                  "diabetes"))
          .output(
              ModelOutput.of(
                  "cvd_10y_bmi_model",
                  "1",
                  "probability, from body mass index in place of lipids",
                  "age_years",
                  "sex",
                  "sbp_mmhg",
                  "on_bp_treatment",
                  "current_smoker",
                  "diabetes",
                  "bmi_kg_m2"))
          .formula(
              "1 − S0^exp(Σ β·term − mean); logarithms of age, pressure, and cholesterol and HDL or body mass index, by sex")
          .source(
              "D'Agostino RB et al., Circulation 2008;117:743-753",
              "10.1161/CIRCULATIONAHA.107.699579")
          .limit("For people without known cardiovascular disease.")
          .limit(
              "Made for people of European descent and probably too high for Koreans: an institute may ask for it; it is not served.")
          .limit("No input range but that of age is published.")
          .excludes(
              Exclusion.PREGNANCY,
              Exclusion.DIALYSIS,
              Exclusion.TRANSPLANT,
              Exclusion.CANCER_THERAPY,
              Exclusion.CARDIOVASCULAR_DISEASE,
              Exclusion.HEART_FAILURE)
          .evaluateOnly()
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    CoxTerms terms = CoxTerms.common(in);
    return new OutputValue.Numeric(
        switch (output.name()) {
          case "cvd_10y_lipid_model" ->
              TABLE.risk(
                  "lipid_" + in.sex(),
                  terms.ln("ln_tc", "total_chol_mg_dl").ln("ln_hdl", "hdl_c_mg_dl"));
          case "cvd_10y_bmi_model" ->
              TABLE.risk("bmi_" + in.sex(), terms.ln("ln_bmi", "bmi_kg_m2"));
          default -> throw new IllegalArgumentException(output.name());
        });
  }
}
