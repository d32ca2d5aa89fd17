package health.lifelong.analytics.metabolic.domain;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What the five criteria need; null is unknown, and an unknown treatment is never no. Lipids and
 * glucose in mg/dL, pressure in mmHg, waist in cm.
 */
public record MetabolicInputs(
    @Nullable Sex sex,
    @Nullable Double waistCm,
    @Nullable Double triglyceride,
    @Nullable Double hdl,
    @Nullable Double sbp,
    @Nullable Double dbp,
    @Nullable Double fastingGlucose,
    @Nullable Boolean drugForTriglyceride,
    @Nullable Boolean drugForHdl,
    @Nullable Boolean drugForBloodPressure,
    @Nullable Boolean drugForGlucose) {
  /** These values by column name. */
  public Inputs toInputs() {
    return Inputs.builder()
        .sex(sex)
        .number("waist_cm", waistCm)
        .number("triglyceride_mg_dl", triglyceride)
        .number("hdl_c_mg_dl", hdl)
        .number("sbp_mmhg", sbp)
        .number("dbp_mmhg", dbp)
        .number("fasting_glucose_mg_dl", fastingGlucose)
        .flag("drug_for_high_tg", drugForTriglyceride)
        .flag("drug_for_low_hdl", drugForHdl)
        .flag("drug_for_bp", drugForBloodPressure)
        .flag("drug_for_glucose", drugForGlucose)
        .build();
  }
}
