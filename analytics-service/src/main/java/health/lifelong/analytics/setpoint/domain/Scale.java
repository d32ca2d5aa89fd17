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
}
