package health.lifelong.analytics.setpoint.domain;

/** Ages in years from {@code from}, up to but without {@code below}. */
public record AgeBand(double from, double below) {
  /** Every age. */
  public static final AgeBand ALL = new AgeBand(0, Double.POSITIVE_INFINITY);

  /** Refuses an empty band. */
  public AgeBand {
    if (!(from >= 0 && below > from)) {
      throw new IllegalArgumentException("an age band holds at least one age");
    }
  }

  /** Whether an age lies in it. */
  public boolean holds(double years) {
    return years >= from && years < below;
  }
}
