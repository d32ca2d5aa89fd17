package health.lifelong.analytics.kidney.algorithm;

import health.lifelong.analytics.kidney.domain.CkdEpiInputs;
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
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.util.List;

/**
 * Estimated glomerular filtration rate from creatinine, mL/min/1.73 m2: CKD-EPI 2021 (Inker, NEJM
 * 2021;385:1737) and 2009 without the race term (Levey, Ann Intern Med 2009;150:604, in the printed
 * form 141 x 1.018).
 */
public final class CkdEpi implements Model {
  private static final String[] NEEDS = {"age_years", "sex", "creatinine_mg_dl"};

  private static final ModelCard CARD =
      ModelCard.of("ckd_epi", "1.0.0")
          .title("추정 사구체여과율 (CKD-EPI)", "Estimated glomerular filtration rate (CKD-EPI)")
          .purpose("How well the kidneys filter, from one creatinine value.")
          .population("Adults of pooled US and European studies; 2021 has no race term.")
          .input(ModelInput.number("age_years", "a", 18.0, null, "age"))
          .input(ModelInput.sex())
          .input(
              ModelInput.positive("creatinine_mg_dl", "mg/dL", "serum creatinine, IDMS-traceable"))
          .output(ModelOutput.of("egfr_2021", "mL/min/{1.73_m2}", "eGFR, CKD-EPI 2021", NEEDS))
          .output(ModelOutput.of("egfr_2009", "mL/min/{1.73_m2}", "eGFR, CKD-EPI 2009", NEEDS))
          .output(
              ModelOutput.of(
                  "g_category_2021", "1", "KDIGO category of the unrounded 2021 value", NEEDS))
          .formula(
              """
              2021: 142 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−1.200 · 0.9938^age · 1.012 if female; κ 0.7 F / 0.9 M; α −0.241 F / −0.302 M
              2009: 141 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−1.209 · 0.993^age · 1.018 if female; α −0.329 F / −0.411 M""")
          .source("Inker LA et al., N Engl J Med 2021;385:1737-1749", "10.1056/NEJMoa2102953")
          .source(
              "Levey AS et al., Ann Intern Med 2009;150:604-612",
              "10.7326/0003-4819-150-9-200905050-00006")
          .limit("One value is no kidney disease: two values three months apart are needed.")
          .limit(
              "Creatinine given with one decimal moves the result in steps of about 15: show it as approximate.")
          .limit("Very high or low muscle mass shifts it; acute illness makes it meaningless.")
          .excludes(Exclusion.PREGNANCY, Exclusion.DIALYSIS)
          .build();

  @Override
  public ModelCard card() {
    return CARD;
  }

  /** eGFR 2021, eGFR 2009 and the 2021 category, or a refusal. */
  public ModelResult serve(CkdEpiInputs inputs, Situation situation) {
    return Serving.serve(this, inputs.toInputs(), situation);
  }

  @Override
  public OutputValue compute(ModelOutput output, Inputs inputs) {
    double creatinine = inputs.number("creatinine_mg_dl");
    if (creatinine <= 0) {
      return new OutputValue.NoValue(
          RefusalReason.OUT_OF_RANGE, List.of("creatinine_mg_dl"), "creatinine is above zero");
    }
    Sex sex = inputs.sex();
    double age = inputs.number("age_years");
    return switch (output.name()) {
      case "egfr_2021" -> new OutputValue.Numeric(egfr2021(sex, age, creatinine));
      case "egfr_2009" -> new OutputValue.Numeric(egfr2009(sex, age, creatinine));
      case "g_category_2021" ->
          new OutputValue.Text(GfrCategory.of(egfr2021(sex, age, creatinine)).label());
      default -> throw new IllegalArgumentException(output.name());
    };
  }

  /** CKD-EPI 2021 in mL/min/1.73 m2; age in years, creatinine in mg/dL above zero. */
  public static double egfr2021(Sex sex, double age, double creatinine) {
    return switch (sex) {
      case F -> 142 * shape(creatinine / 0.7, -0.241, -1.200) * StrictMath.pow(0.9938, age) * 1.012;
      case M -> 142 * shape(creatinine / 0.9, -0.302, -1.200) * StrictMath.pow(0.9938, age);
    };
  }

  /** CKD-EPI 2009 without the race term, in mL/min/1.73 m2. */
  public static double egfr2009(Sex sex, double age, double creatinine) {
    return switch (sex) {
      case F -> 141 * shape(creatinine / 0.7, -0.329, -1.209) * StrictMath.pow(0.993, age) * 1.018;
      case M -> 141 * shape(creatinine / 0.9, -0.411, -1.209) * StrictMath.pow(0.993, age);
    };
  }

  private static double shape(double ratio, double below, double above) {
    return StrictMath.pow(StrictMath.min(ratio, 1), below)
        * StrictMath.pow(StrictMath.max(ratio, 1), above);
  }
}
