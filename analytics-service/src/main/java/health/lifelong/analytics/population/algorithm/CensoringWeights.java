package health.lifelong.analytics.population.algorithm;

/**
 * Inverse probability of censoring weights: a person whose state at the horizon is known stands
 * also for those who were lost before (Graf et al., Stat Med 1999;18:2529).
 */
final class CensoringWeights {
  private CensoringWeights() {}

  /** The weights, in order; 0 where the state at the horizon is unknown. */
  static double[] of(double[] months, boolean[] died, double horizon) {
    KaplanMeier followed = KaplanMeier.ofCensoring(months, died);
    double[] weights = new double[months.length];
    for (int i = 0; i < weights.length; i++) {
      boolean known = months[i] >= horizon || died[i];
      double chance = followed.before(StrictMath.min(months[i], horizon));
      weights[i] = known && chance > 0 ? 1 / chance : 0;
    }
    return weights;
  }
}
