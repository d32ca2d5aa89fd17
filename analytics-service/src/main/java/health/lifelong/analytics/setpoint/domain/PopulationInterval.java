package health.lifelong.analytics.setpoint.domain;

/**
 * The central 95 % of a population, in the item's unit. Decision limits are none.
 *
 * @param population whose it is, for example {@code KR}
 * @param source the study or register
 */
public record PopulationInterval(double lower, double upper, String population, String source) {
  /** Refuses an interval without width or reaching zero. */
  public PopulationInterval {
    if (!(lower > 0 && upper > lower && upper < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a population interval runs from above zero to something larger");
    }
  }

  /** How many times the lower limit the upper limit is. */
  public double ratio() {
    return upper / lower;
  }
}
