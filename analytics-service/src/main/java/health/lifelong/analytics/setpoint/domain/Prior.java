package health.lifelong.analytics.setpoint.domain;

/**
 * What is known of a person's level before the first visit, on {@code scale}.
 *
 * @param mean middle of the population
 * @param between variance of true levels between persons
 * @param within variance of a person around the level
 * @param analytical variance of the measurement
 * @param step what values are usually rounded to, in the item's unit; zero where unknown
 * @param noiseModel how persons depart from this
 */
public record Prior(
    Scale scale,
    double mean,
    double between,
    double within,
    double analytical,
    double step,
    NoiseModel noiseModel) {
  /** Closer to a whole number of steps than this is a rounded value in binary. */
  private static final double DIGITS = 1e-6;

  /** Refuses variances that are none. */
  public Prior {
    if (!(between > 0
        && within > 0
        && analytical >= 0
        && step >= 0
        && Double.isFinite(mean)
        && Double.isFinite(between + within + analytical + step))) {
      throw new IllegalArgumentException("a prior has positive variances");
    }
  }

  /** Variance of one unrounded visit around the person's level: within-person plus analytical. */
  public double noise() {
    return within + analytical;
  }

  /**
   * Variance of one visit around the level, reported in steps of {@code reported}, where about
   * {@code expected} is seen. Rounding adds its uniform error, step squared over 12 (Sheppard).
   */
  public double noiseAt(double expected, double reported) {
    return reported == 0 ? noise() : noise() + scale.roundingVariance(reported, expected);
  }

  /** What a value was rounded to: the item's step, or zero where it has more digits than that. */
  public double stepOf(double value) {
    if (step == 0) {
      return 0;
    }
    double steps = value / step;
    return StrictMath.abs(steps - StrictMath.rint(steps)) < DIGITS ? step : 0;
  }

  /**
   * How much of the distance from the population's middle a level keeps over the years, so that a
   * year's drift is the noise model's share of {@link #noise}.
   */
  public double kept(double years) {
    return StrictMath.exp(-noiseModel.driftPerYear() * noise() / (2 * between) * years);
  }
}
