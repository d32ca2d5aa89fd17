package health.lifelong.analytics.setpoint.domain;

/** The scale on which levels and noise are taken as normal. */
public enum Scale {
  /** The item's own unit. */
  LINEAR,
  /** The natural logarithm, for items whose population is skewed. */
  LOG;

  /** A value on this scale; above zero where it is logarithmic. */
  public double apply(double value) {
    return switch (this) {
      case LINEAR -> value;
      case LOG -> StrictMath.log(value);
    };
  }

  /** Back to the item's own unit. */
  public double invert(double scaled) {
    return switch (this) {
      case LINEAR -> scaled;
      case LOG -> StrictMath.exp(scaled);
    };
  }

  /**
   * The variance that rounding to {@code step} of the item's unit adds, about {@code expected} on
   * this scale.
   */
  public double roundingVariance(double step, double expected) {
    return switch (this) {
      case LINEAR -> step * step / 12;
      case LOG -> step * step / 12 * StrictMath.exp(-2 * expected);
    };
  }

  /** The variance of a coefficient of variation, per cent, about {@code middle} on this scale. */
  public double variance(double pct, double middle) {
    return switch (this) {
      case LINEAR -> pct * pct * middle * middle / 10_000;
      case LOG -> StrictMath.log1p(pct * pct / 10_000);
    };
  }
}
