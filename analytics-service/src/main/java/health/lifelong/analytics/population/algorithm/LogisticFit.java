package health.lifelong.analytics.population.algorithm;

import java.util.Optional;

/**
 * Weighted logistic regression on one variable by Newton's method: logit P(y = 1) = intercept +
 * slope·x.
 */
public record LogisticFit(double intercept, double slope) {
  private static final int STEPS = 50;
  private static final double CLOSE = 1e-10;

  /** The fit; empty where it does not exist, as with only one outcome or separated outcomes. */
  public static Optional<LogisticFit> of(double[] x, boolean[] y, double[] weight) {
    return fit(x, y, weight, true);
  }

  /** The intercept with the slope fixed at 1; empty where it does not exist. */
  public static Optional<LogisticFit> atUnitSlope(double[] x, boolean[] y, double[] weight) {
    return fit(x, y, weight, false);
  }

  /** The probability at this value. */
  public double probability(double x) {
    return 1 / (1 + StrictMath.exp(-(intercept + slope * x)));
  }

  private static Optional<LogisticFit> fit(
      double[] x, boolean[] y, double[] weight, boolean slopeFree) {
    double centre = slopeFree ? centre(x, weight) : 0;
    double intercept = 0;
    double slope = slopeFree ? 0 : 1;
    for (int step = 0; step < STEPS; step++) {
      double g0 = 0;
      double g1 = 0;
      double h00 = 0;
      double h01 = 0;
      double h11 = 0;
      for (int i = 0; i < x.length; i++) {
        double d = x[i] - centre;
        double p = 1 / (1 + StrictMath.exp(-(intercept + slope * d)));
        double residual = weight[i] * ((y[i] ? 1 : 0) - p);
        double information = weight[i] * p * (1 - p);
        g0 += residual;
        g1 += residual * d;
        h00 += information;
        h01 += information * d;
        h11 += information * d * d;
      }
      double determinant = slopeFree ? h00 * h11 - h01 * h01 : h00;
      if (!(determinant > 0) || !Double.isFinite(determinant)) {
        return Optional.empty();
      }
      double up = slopeFree ? (h11 * g0 - h01 * g1) / determinant : g0 / h00;
      double steeper = slopeFree ? (h00 * g1 - h01 * g0) / determinant : 0;
      intercept += up;
      slope += steeper;
      if (StrictMath.abs(up) + StrictMath.abs(steeper) < CLOSE) {
        return Optional.of(new LogisticFit(intercept - slope * centre, slope));
      }
    }
    return Optional.empty();
  }

  private static double centre(double[] x, double[] weight) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < x.length; i++) {
      sum += weight[i] * x[i];
      total += weight[i];
    }
    return total == 0 ? 0 : sum / total;
  }
}
