package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPoint;

/**
 * What is known of a person's level after some visits: normal on the prior's scale, updated in
 * closed form. A visit is normal around the level with the prior's noise.
 */
public final class Posterior {
  /** The level of all intervals. */
  public static final double LEVEL = 0.95;

  /** The normal quantile of {@link #LEVEL}, two-sided, to the last digit of a double. */
  private static final double QUANTILE = 1.959963984540054;

  private final Prior prior;
  private final double mean;
  private final double variance;
  private final int visits;

  private Posterior(Prior prior, double mean, double variance, int visits) {
    this.prior = prior;
    this.mean = mean;
    this.variance = variance;
    this.visits = visits;
  }

  /** Before the first visit. */
  public static Posterior before(Prior prior) {
    return new Posterior(prior, prior.mean(), prior.between(), 0);
  }

  /** After one more visit with this value, in the item's unit. */
  public Posterior after(double value) {
    double gain = variance / (variance + prior.noise());
    double next = mean + gain * (prior.scale().apply(value) - mean);
    return new Posterior(
        prior, next, variance * prior.noise() / (variance + prior.noise()), visits + 1);
  }

  /** Where the next visit lies with probability {@link #LEVEL} if nothing has changed. */
  public Interval prediction() {
    return central(variance + prior.noise());
  }

  /** The level with its spread and intervals, in the item's unit. */
  public SetPoint setPoint() {
    return new SetPoint(levelMean(), levelSd(), central(variance), LEVEL, prediction(), visits);
  }

  private double levelMean() {
    return switch (prior.scale()) {
      case LINEAR -> mean;
      case LOG -> StrictMath.exp(mean + variance / 2);
    };
  }

  private double levelSd() {
    return switch (prior.scale()) {
      case LINEAR -> StrictMath.sqrt(variance);
      case LOG -> levelMean() * StrictMath.sqrt(StrictMath.expm1(variance));
    };
  }

  private Interval central(double spread) {
    Scale scale = prior.scale();
    double half = QUANTILE * StrictMath.sqrt(spread);
    return new Interval(scale.invert(mean - half), scale.invert(mean + half));
  }
}
