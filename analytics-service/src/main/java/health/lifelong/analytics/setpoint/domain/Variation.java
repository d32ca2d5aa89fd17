package health.lifelong.analytics.setpoint.domain;

/**
 * How much an item varies within one person.
 *
 * @param cviPct within-person coefficient of variation, per cent
 * @param cvaPct analytical coefficient of variation, per cent
 * @param analytical where the analytical figure comes from
 * @param source the study
 */
public record Variation(double cviPct, double cvaPct, Analytical analytical, String source) {
  /** Where an analytical variation comes from. */
  public enum Analytical {
    /** The institute's own long-term imprecision. */
    INSTITUTE,
    /** Unknown: the desirable specification, half of the within-person variation, stands in. */
    DESIRABLE
  }

  /** Refuses variations that no study gives. */
  public Variation {
    if (!(cviPct > 0 && cvaPct >= 0 && cviPct < 1000 && cvaPct < 1000)) {
      throw new IllegalArgumentException("a variation is a positive percentage");
    }
  }

  /** The analytical variation unknown: half of the within-person variation. */
  public static Variation desirable(double cviPct, String source) {
    return new Variation(cviPct, 0.5 * cviPct, Analytical.DESIRABLE, source);
  }

  /** Within-person plus analytical variance on the logarithmic scale (Fokkema 2006). */
  public double logVariance() {
    return varianceOn(Scale.LOG, 0);
  }

  /** Within-person plus analytical variance about {@code middle} on a scale. */
  public double varianceOn(Scale scale, double middle) {
    return scale.variance(cviPct, middle) + scale.variance(cvaPct, middle);
  }
}
