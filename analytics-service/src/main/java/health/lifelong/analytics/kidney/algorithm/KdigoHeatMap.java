package health.lifelong.analytics.kidney.algorithm;

import health.lifelong.analytics.kidney.domain.GfrCategory;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelOutput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.model.domain.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Categories and risk of chronic kidney disease from eGFR and urine albumin, KDIGO 2012 and 2024.
 */
public final class KdigoHeatMap implements Model {
  private static final String EGFR = "egfr_ml_min_173";
  private static final String UACR = "uacr_mg_g";

  private static final ModelCard CARD =
      ModelCard.of("kdigo_ckd_heatmap", "1.0.0")
          .title("만성콩팥병 위험 분류 (KDIGO)", "Chronic kidney disease risk (KDIGO)")
          .purpose("How closely kidney function and urine albumin together should be followed.")
          .population("International guideline for adults.")
          .input(ModelInput.number(EGFR, "mL/min/{1.73_m2}", 0.0, null, "eGFR"))
          .input(ModelInput.number(UACR, "mg/g", 0.0, null, "urine albumin-creatinine ratio"))
          .output(ModelOutput.of("g_category", "1", "G1 to G5", EGFR))
          .output(ModelOutput.of("a_category", "1", "A1 to A3", UACR))
          .output(ModelOutput.of("risk", "1", "LOW, MODERATE, HIGH, VERY_HIGH", EGFR, UACR))
          .formula(
              "G by 90, 60, 45, 30, 15 on the unrounded eGFR; A by 30 and 300 mg/g; risk by the KDIGO table")
          .source(
              "KDIGO 2024 Clinical Practice Guideline, Kidney Int 2024;105(4S):S117-S314",
              "10.1016/j.kint.2023.10.018")
          .limit(
              "LOW is no kidney disease unless another marker of damage persists for more than 3 months.")
          .limit(
              "The guideline's text puts exactly 300 mg/g into A2; here it is A3, as calculators have it.")
          .excludes(Exclusion.PREGNANCY, Exclusion.DIALYSIS, Exclusion.TRANSPLANT)
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  /** The two categories and the risk, or a refusal; eGFR in mL/min/1.73 m2, UACR in mg/g. */
  public ModelResult serve(@Nullable Double egfr, @Nullable Double uacr, Situation situation) {
    return Serving.serve(
        this, Inputs.builder().number(EGFR, egfr).number(UACR, uacr).build(), situation);
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs in) {
    return new OutputValue.Text(
        switch (output.name()) {
          case "g_category" -> GfrCategory.of(in.number(EGFR)).label();
          case "a_category" -> "A" + albuminuria(in);
          case "risk" -> risk(GfrCategory.of(in.number(EGFR)), albuminuria(in));
          default -> throw new IllegalArgumentException(output.name());
        });
  }

  private static int albuminuria(Inputs in) {
    double uacr = in.number(UACR);
    if (uacr < 30) {
      return 1;
    }
    return uacr < 300 ? 2 : 3;
  }

  private static String risk(GfrCategory category, int albuminuria) {
    int step =
        switch (category) {
          case G1, G2 -> 0;
          case G3A -> 1;
          case G3B -> 2;
          case G4, G5 -> 3;
        };
    return switch (step + albuminuria) {
      case 1 -> "LOW";
      case 2 -> "MODERATE";
      case 3 -> "HIGH";
      default -> "VERY_HIGH";
    };
  }
}
