package health.lifelong.analytics.aging.algorithm;

import health.lifelong.analytics.aging.domain.PhenoAgeInputs;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.OutputValue.NoValue;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PhenoAge (Levine, Aging 2018;10:573), in years. The divisor is 0.090165, the value consistent
 * with the Gompertz algebra that the authors confirmed; the paper prints 0.09165. The published
 * form takes ln(CRP in mg/dL); the variant with ln(1 + CRP) is evaluated and not served.
 */
public final class PhenoAge implements Model {
  private static final String[] NEEDS = {
    "age_years",
    "albumin_g_dl",
    "creatinine_mg_dl",
    "glucose_mg_dl",
    "crp_mg_dl",
    "lymphocyte_pct",
    "mcv_fl",
    "rdw_pct",
    "alp_u_l",
    "wbc_10e3_ul"
  };

  private static final ModelCard CARD =
      ModelCard.of("phenoage", "1.0.0")
          .title("표현형 나이 (PhenoAge)", "Phenotypic age (PhenoAge)")
          .purpose(
              "The age at which nine blood values and one's years carry the same mortality: a research index.")
          .population("NHANES III adults of 20 years and over (US), checked in NHANES IV.")
          .input(ModelInput.number("age_years", "a", 20.0, 120.0, "age"))
          .input(ModelInput.positive("albumin_g_dl", "g/dL", "albumin"))
          .input(ModelInput.positive("creatinine_mg_dl", "mg/dL", "creatinine"))
          .input(ModelInput.positive("glucose_mg_dl", "mg/dL", "glucose"))
          .input(ModelInput.positive("crp_mg_dl", "mg/dL", "C-reactive protein"))
          .input(ModelInput.number("lymphocyte_pct", "%", 0.0, 100.0, "lymphocytes of white cells"))
          .input(ModelInput.positive("mcv_fl", "fL", "mean cell volume"))
          .input(ModelInput.positive("rdw_pct", "%", "red cell distribution width"))
          .input(ModelInput.positive("alp_u_l", "U/L", "alkaline phosphatase, IFCC"))
          .input(ModelInput.positive("wbc_10e3_ul", "10*3/uL", "white cells"))
          .output(
              ModelOutput.of(
                  "mortality_10y_ln_crp",
                  "1",
                  "probability of death within 10 years, ln(CRP)",
                  NEEDS))
          .output(
              ModelOutput.of(
                  "phenoage_ln_crp", "a", "phenotypic age, ln(CRP), the published form", NEEDS))
          .output(ModelOutput.of("mortality_10y_ln1p_crp", "1", "the same with ln(1 + CRP)", NEEDS))
          .output(
              ModelOutput.of("phenoage_ln1p_crp", "a", "phenotypic age with ln(1 + CRP)", NEEDS))
          .formula(
              """
              xb = −19.90667 − 0.03359355·albumin(g/L) + 0.009506491·creatinine(µmol/L) + 0.1953192·glucose(mmol/L) + 0.09536762·ln CRP(mg/dL)
                   − 0.01199984·lymphocyte(%) + 0.02676401·MCV + 0.3306156·RDW + 0.001868778·ALP + 0.05542406·WBC + 0.08035356·age
              h = 1.51714·exp(xb)/0.007692696; M = 1 − exp(−h); PhenoAge = 141.50225 + ln(0.0055305·h)/0.090165""")
          .source("Levine ME et al., Aging 2018;10:573-591", "10.18632/aging.101414")
          .limit(
              "A research index, no diagnosis; acute illness raises it through CRP and white cells.")
          .limit("US population; creatinine 88.4017 and glucose 0.0555 are its own factors.")
          .limit("A CRP below the detection limit is taken as half of that limit, and said.")
          .limit("The probability of death is evaluated and never shown to a person.")
          .excludes(Exclusion.PREGNANCY, Exclusion.DIALYSIS, Exclusion.CANCER_THERAPY)
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  /** The published phenotypic age in years ({@code phenoage_ln_crp}), or a refusal. */
  public ModelResult serve(PhenoAgeInputs inputs, Situation situation) {
    List<String> warnings = new ArrayList<>(List.of("RESEARCH_INDEX", "POPULATION_US"));
    if (inputs.crpBelowDetection()) {
      warnings.add("CRP_BELOW_DETECTION_HALVED");
    }
    return Serving.serve(this, List.of("phenoage_ln_crp"), inputs.toInputs(), situation)
        .withWarnings(warnings);
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs inputs) {
    double crp = inputs.number("crp_mg_dl");
    boolean published = output.name().endsWith("_ln_crp");
    if (published ? crp <= 0 : crp <= -1) {
      return new NoValue(RefusalReason.OUT_OF_RANGE, List.of("crp_mg_dl"), "CRP is above zero");
    }
    double hazard = hazard(inputs, published ? StrictMath.log(crp) : StrictMath.log1p(crp));
    return new OutputValue.Numeric(
        output.name().startsWith("mortality") ? -StrictMath.expm1(-hazard) : age(hazard));
  }

  @Override
  public Optional<NoValue> notForUse(ModelOutput output, Inputs inputs, OutputValue.Present value) {
    if (output.name().equals("phenoage_ln_crp")) {
      return Optional.empty();
    }
    String detail =
        output.name().startsWith("mortality")
            ? "never shown to a person"
            : "not the published form";
    return Optional.of(new NoValue(RefusalReason.NOT_SERVED, List.of(), detail));
  }

  /**
   * Minus the logarithm of ten-year survival, taken directly so that a large value loses nothing.
   */
  private static double hazard(Inputs in, double crpTerm) {
    double xb =
        -19.90667
            - 0.03359355 * in.number("albumin_g_dl") * 10
            + 0.009506491 * in.number("creatinine_mg_dl") * 88.4017
            + 0.1953192 * in.number("glucose_mg_dl") * 0.0555
            + 0.09536762 * crpTerm
            - 0.01199984 * in.number("lymphocyte_pct")
            + 0.02676401 * in.number("mcv_fl")
            + 0.3306156 * in.number("rdw_pct")
            + 0.001868778 * in.number("alp_u_l")
            + 0.05542406 * in.number("wbc_10e3_ul")
            + 0.08035356 * in.number("age_years");
    return 1.51714 * StrictMath.exp(xb) / 0.007692696;
  }

  private static double age(double hazard) {
    return 141.50225 + StrictMath.log(0.0055305 * hazard) / 0.090165;
  }
}
