package health.lifelong.analytics.fusion.algorithm;

import health.lifelong.analytics.fusion.domain.Link;

/**
 * The constant that keeps the mean of a population when a factor enters a risk: {@code c} such that
 * the mean of {@code risk(link(R) + g - c)} over the factor is R (genomics reference, 7.1, exact
 * form). The normal distribution is summed on an equal grid of 65 points from -8 to 8, which for
 * functions as smooth as these is more exact than Gauss-Hermite with as many nodes.
 */
final class MeanPreserving {
  private static final int HALF_GRID = 32;
  private static final double STEP = 0.25;
  private static final double[] NODES = new double[2 * HALF_GRID + 1];
  private static final double[] NORMAL = new double[2 * HALF_GRID + 1];
  private static final int MOST_STEPS = 200;
  private static final double CLOSE = 1e-15;

  static {
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      NODES[i] = (i - HALF_GRID) * STEP;
      NORMAL[i] = StrictMath.exp(-NODES[i] * NODES[i] / 2);
      sum += NORMAL[i];
    }
    for (int i = 0; i < NORMAL.length; i++) {
      NORMAL[i] /= sum;
    }
  }

  private MeanPreserving() {}

  /** For a standard normal score with this log ratio per standard deviation. */
  static double ofScore(Link link, double risk, double logRatio) {
    double[] effects = new double[NODES.length];
    for (int i = 0; i < NODES.length; i++) {
      effects[i] = logRatio * NODES[i];
    }
    return constant(link, risk, effects, NORMAL);
  }

  /** For classes with these log ratios and shares; shares sum to 1. */
  static double ofLevels(Link link, double risk, double[] logRatios, double[] shares) {
    return constant(link, risk, logRatios, shares);
  }

  /**
   * Newton's method inside a bracket. With the smallest effect as constant every term is at least
   * R, with the largest none is above it, and the mean falls in between.
   */
  private static double constant(Link link, double risk, double[] effects, double[] weights) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double meanRatio = 0;
    for (int i = 0; i < effects.length; i++) {
      low = StrictMath.min(low, effects[i]);
      high = StrictMath.max(high, effects[i]);
      meanRatio += weights[i] * StrictMath.exp(effects[i]);
    }
    if (low == high) {
      return low;
    }
    double predictor = link.of(risk);
    double constant = StrictMath.min(high, StrictMath.max(low, StrictMath.log(meanRatio)));
    for (int step = 0; step < MOST_STEPS && high - low > CLOSE; step++) {
      double excess = -risk;
      double slope = 0;
      for (int i = 0; i < effects.length; i++) {
        double at = predictor + effects[i] - constant;
        excess += weights[i] * link.risk(at);
        slope += weights[i] * link.slope(at);
      }
      if (StrictMath.abs(excess) <= CLOSE * risk) {
        return constant;
      }
      if (excess > 0) {
        low = constant;
      } else {
        high = constant;
      }
      double next = constant + excess / slope;
      // NaN and a step out of the bracket both go to the middle.
      constant = next > low && next < high ? next : (low + high) / 2;
    }
    return constant;
  }
}
