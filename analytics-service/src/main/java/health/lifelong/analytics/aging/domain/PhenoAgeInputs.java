package health.lifelong.analytics.aging.domain;

import health.lifelong.analytics.model.domain.Inputs;
import org.jspecify.annotations.Nullable;

/**
 * What PhenoAge needs; null is unknown. Albumin in g/dL, creatinine and glucose in mg/dL, CRP in
 * mg/dL (a high-sensitivity result in mg/L divided by ten), white cells in 10^3/uL.
 *
 * @param crpBelowDetection the laboratory printed "less than" this CRP; half of it is used, and
 *     said
 */
public record PhenoAgeInputs(
    @Nullable Double ageYears,
    @Nullable Double albuminGDl,
    @Nullable Double creatinineMgDl,
    @Nullable Double glucoseMgDl,
    @Nullable Double crpMgDl,
    boolean crpBelowDetection,
    @Nullable Double lymphocytePct,
    @Nullable Double mcvFl,
    @Nullable Double rdwPct,
    @Nullable Double alp,
    @Nullable Double wbc) {
  /** These values by column name. */
  public Inputs toInputs() {
    return Inputs.builder()
        .number("age_years", ageYears)
        .number("albumin_g_dl", albuminGDl)
        .number("creatinine_mg_dl", creatinineMgDl)
        .number("glucose_mg_dl", glucoseMgDl)
        .number(
            "crp_mg_dl",
            crpMgDl == null || !crpBelowDetection ? crpMgDl : Double.valueOf(crpMgDl / 2))
        .number("lymphocyte_pct", lymphocytePct)
        .number("mcv_fl", mcvFl)
        .number("rdw_pct", rdwPct)
        .number("alp_u_l", alp)
        .number("wbc_10e3_ul", wbc)
        .build();
  }
}
