package health.lifelong.analytics.kidney.domain;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Sex;
import org.jspecify.annotations.Nullable;

/** What CKD-EPI needs; null is unknown. Creatinine in mg/dL, IDMS-traceable. */
public record CkdEpiInputs(
    @Nullable Sex sex, @Nullable Double ageYears, @Nullable Double creatinineMgDl) {
  /** These values by column name. */
  public Inputs toInputs() {
    return Inputs.builder()
        .sex(sex)
        .number("age_years", ageYears)
        .number("creatinine_mg_dl", creatinineMgDl)
        .build();
  }
}
