package health.lifelong.analytics.whatif.domain;

import org.jspecify.annotations.Nullable;

/**
 * Where a person stands. Null is unknown and moves nothing.
 *
 * @param heavySmoker 20 pack-years or more, in whom stopping was studied
 * @param active whether the national rule of activity is met
 * @param bmi kg/m2
 * @param weight kg
 * @param pressure systolic, mm[Hg]
 * @param ldl mg/dL
 * @param closed pregnancy, treatment for cancer, dialysis, transplant, age under 18: nothing is
 *     moved here without a clinician
 */
public record LeverState(
    @Nullable Boolean smokes,
    @Nullable Boolean heavySmoker,
    @Nullable Boolean active,
    @Nullable Double bmi,
    @Nullable Double weight,
    @Nullable Double pressure,
    @Nullable Double ldl,
    boolean closed) {

  /** Nothing is known. */
  public static LeverState unknown() {
    return new LeverState(null, null, null, null, null, null, null, false);
  }
}
