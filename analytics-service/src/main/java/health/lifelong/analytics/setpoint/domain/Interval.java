package health.lifelong.analytics.setpoint.domain;

/** A closed interval in the item's unit. */
public record Interval(double low, double high) {
  /** Whether the value lies inside. */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }
}
