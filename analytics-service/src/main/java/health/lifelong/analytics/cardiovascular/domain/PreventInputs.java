package health.lifelong.analytics.cardiovascular.domain;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What PREVENT needs; null is unknown, and an unknown treatment, disease or habit is never no.
 * Cholesterol in mg/dL, blood pressure in mmHg, eGFR by CKD-EPI 2021.
 */
public record PreventInputs(
    @Nullable Sex sex,
    @Nullable Double ageYears,
    @Nullable Double totalCholesterolMgDl,
    @Nullable Double hdlMgDl,
    @Nullable Double sbpMmhg,
    @Nullable Boolean onBpTreatment,
    @Nullable Boolean diabetes,
    @Nullable Boolean currentSmoker,
    @Nullable Double bmi,
    @Nullable Double egfr,
    @Nullable Boolean onStatin) {
  /** These values by column name. */
  public Inputs toInputs() {
    return builder().build();
  }

  /** These values with the optional additions of the add-on models: HbA1c in %, UACR in mg/g. */
  public Inputs toInputs(@Nullable Double hba1cPct, @Nullable Double uacrMgG) {
    return builder().number("hba1c_pct", hba1cPct).number("uacr_mg_g", uacrMgG).build();
  }

  private Inputs.Builder builder() {
    return Inputs.builder()
        .sex(sex)
        .number("age_years", ageYears)
        .number("total_chol_mg_dl", totalCholesterolMgDl)
        .number("hdl_c_mg_dl", hdlMgDl)
        .number("sbp_mmhg", sbpMmhg)
        .flag("on_bp_treatment", onBpTreatment)
        .flag("diabetes", diabetes)
        .flag("current_smoker", currentSmoker)
        .number("bmi_kg_m2", bmi)
        .number("egfr_ml_min_173", egfr)
        .flag("on_statin", onStatin);
  }
}
