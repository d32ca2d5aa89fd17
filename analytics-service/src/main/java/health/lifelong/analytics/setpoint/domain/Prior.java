package health.lifelong.analytics.setpoint.domain;

/**
 * What is known of a person's level before the first visit, on {@code scale}.
 *
 * @param mean middle of the population
 * @param between variance of true levels between persons
 * @param noise variance of one visit around the person's level: within-person plus analytical
 */
public record Prior(Scale scale, double mean, double between, double noise) {
  /** Refuses variances that are none. */
  public Prior {
    if (!(between > 0 && noise > 0 && Double.isFinite(mean) && Double.isFinite(between + noise))) {
      throw new IllegalArgumentException("a prior has positive variances");
    }
  }
}
