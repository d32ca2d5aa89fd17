package health.lifelong.analytics.liver.domain;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What the four liver indices need; null is unknown. Enzymes in U/L, platelets in 10^9/L, albumin
 * in g/dL, triglyceride in mg/dL, waist in cm, alcohol in grams of ethanol a day.
 */
public record LiverInputs(
    @Nullable Sex sex,
    @Nullable Double ageYears,
    @Nullable Double ast,
    @Nullable Double alt,
    @Nullable Double platelets,
    @Nullable Double albumin,
    @Nullable Double bmi,
    @Nullable Boolean impairedGlucoseOrDiabetes,
    @Nullable Boolean diabetes,
    @Nullable Double triglyceride,
    @Nullable Double ggt,
    @Nullable Double waistCm,
    @Nullable Double alcoholGramsPerDay) {
  /** These values by column name; alcohol is no input of a formula. */
  public Inputs toInputs() {
    return Inputs.builder()
        .sex(sex)
        .number("age_years", ageYears)
        .number("ast_u_l", ast)
        .number("alt_u_l", alt)
        .number("platelets_10e9_l", platelets)
        .number("albumin_g_dl", albumin)
        .number("bmi_kg_m2", bmi)
        .flag("ifg_or_diabetes", impairedGlucoseOrDiabetes)
        .flag("diabetes", diabetes)
        .number("triglyceride_mg_dl", triglyceride)
        .number("ggt_u_l", ggt)
        .number("waist_cm", waistCm)
        .build();
  }
}
