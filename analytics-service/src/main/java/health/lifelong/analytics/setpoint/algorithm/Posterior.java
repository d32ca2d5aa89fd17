package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPoint;

/**
 * What is known of a person's level after some visits: normal on the prior's scale, updated in
 * closed form. The level drifts as an Ornstein-Uhlenbeck process around the population's middle,
 * with the between-person variance as its lasting one; a visit is normal around the level with the
 * prior's noise.
 */
final class Posterior {
  /** The level of all intervals. */
  static final double LEVEL = 0.95;

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
  static Posterior before(Prior prior) {
    return new Posterior(prior, prior.mean(), prior.between(), 0);
  }

  /** The same knowledge some years on, when the level may have drifted. */
  Posterior later(double years) {
    if (visits == 0 || years == 0) {
      return this;
    }
    double kept = prior.kept(years);
    return new Posterior(
        prior,
        prior.mean() + kept * (mean - prior.mean()),
        kept * kept * variance + (1 - kept * kept) * prior.between(),
        visits);
  }

  /** After one more visit with this value, in the item's unit. */
  Posterior after(double value) {
    double noise = prior.noiseAt(mean, prior.stepOf(value));
    double gain = variance / (variance + noise);
    double next = mean + gain * (prior.scale().apply(value) - mean);
    return new Posterior(prior, next, variance * noise / (variance + noise), visits + 1);
  }

  /** How many visits went in. */
  int visits() {
    return visits;
  }

  /** How far a value lies from what is expected, in standard deviations of the prediction. */
  double error(double value) {
    return (prior.scale().apply(value) - mean) / spread(prior.stepOf(value));
  }

  /** Standard deviation of the next visit on the scale, reported in such steps. */
  double spread(double step) {
    return StrictMath.sqrt(variance + prior.noiseAt(mean, step));
  }

  /** Where the next visit lies within so many standard deviations of its prediction. */
  Interval prediction(double deviations, double step) {
    return central(deviations * spread(step));
  }

  /** The level with its spread and interval, in the item's unit, beside this prediction. */
  SetPoint setPoint(Interval prediction) {
    Interval interval = central(StudentQuantile.NORMAL * StrictMath.sqrt(variance));
    return new SetPoint(levelMean(), levelSd(), interval, LEVEL, prediction, visits);
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

  private Interval central(double half) {
    Scale scale = prior.scale();
    return new Interval(scale.invert(mean - half), scale.invert(mean + half));
  }
}
