package health.lifelong.analytics.setpoint.domain;

/**
 * How persons depart from the published variation, the same for every item.
 *
 * @param driftPerYear variance that a level gains in a year, as a share of the variance of one
 *     visit
 * @param assumedErrors how many prediction errors of the published size are assumed before a
 *     person's own count
 * @param farOutside from this many standard deviations of its own prediction on a visit waits for
 *     the next one to confirm it
 */
public record NoiseModel(double driftPerYear, double assumedErrors, double farOutside) {
  /**
   * Used until learned figures replace it. Drift: an old visit weighs half as much as a new one
   * after ten years of yearly visits (the gain settles at the root of the drift, 0.07). Assumed
   * errors: persons' standard deviations differ by 30 % (CV), their variances by 60 %, and 2 /
   * 0.6^2 + 4 degrees of freedom spread a variance that much. Far outside: 0.3 % of regular visits,
   * and 97 % of those that lie 5 standard deviations off.
   */
  public static final NoiseModel ASSUMED = new NoiseModel(0.005, 10, 3);

  /** Refuses figures that make no model. */
  public NoiseModel {
    if (!(driftPerYear >= 0 && assumedErrors > 0 && farOutside > 2)) {
      throw new IllegalArgumentException("drift, assumed errors or the outer bound is impossible");
    }
  }
}
