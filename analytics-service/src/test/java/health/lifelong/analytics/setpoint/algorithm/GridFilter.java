package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Prior;
import java.util.function.DoubleUnaryOperator;

/**
 * The density of a drifting level by numerical integration on a grid: prior times likelihood, the
 * drift by convolution. It knows nothing of conjugacy. The trapezoidal rule converges exponentially
 * for such densities; the step resolves the narrowest factor.
 */
final class GridFilter {
  private static final double REACH = 9;

  private final Prior prior;
  private final double step;
  private final double low;
  private final double[] density;
  private DoubleUnaryOperator last;

  /**
   * @param shortestGap smallest time between visits, years
   */
  GridFilter(Prior prior, double shortestGap) {
    this.prior = prior;
    double drift = Math.sqrt(prior.noiseModel().driftPerYear() * prior.noise() * shortestGap);
    this.step = 0.75 * Math.min(drift, Math.sqrt(prior.between()));
    double half = REACH * Math.sqrt(prior.between());
    this.low = prior.mean() - half;
    this.density = new double[(int) Math.ceil(2 * half / step) + 1];
    this.last = x -> normal(x, prior.mean(), prior.between());
    settle();
  }

  /** Time passes. */
  void drift(double years) {
    double rate = prior.noiseModel().driftPerYear() * prior.noise() / (2 * prior.between());
    double kept = Math.exp(-rate * years);
    double variance = -Math.expm1(-2 * rate * years) * prior.between();
    double[] before = density.clone();
    int band = (int) Math.ceil(REACH * Math.sqrt(variance) / step) + 1;
    last =
        x -> {
          int centre = (int) Math.round((prior.mean() + (x - prior.mean()) / kept - low) / step);
          double sum = 0;
          for (int i = Math.max(0, centre - band);
              i <= Math.min(before.length - 1, centre + band);
              i++) {
            double from = prior.mean() + kept * (at(i) - prior.mean());
            sum += before[i] * normal(x, from, variance);
          }
          return sum * step;
        };
    settle();
  }

  /** A visit is seen. */
  void see(double value) {
    double expected = mean(x -> x);
    double steps = value / prior.step();
    double rounding =
        Math.abs(steps - Math.rint(steps)) < 1e-6
            ? prior.scale().roundingVariance(prior.step(), expected)
            : 0;
    double noise = prior.noise() + rounding;
    double seen = prior.scale().apply(value);
    DoubleUnaryOperator before = last;
    last = x -> before.applyAsDouble(x) * normal(seen, x, noise);
    settle();
    double total = 0;
    for (double d : density) {
      total += d * step;
    }
    double whole = total;
    DoubleUnaryOperator unscaled = last;
    last = x -> unscaled.applyAsDouble(x) / whole;
    for (int i = 0; i < density.length; i++) {
      density[i] /= whole;
    }
  }

  /** The mean of a function of the level. */
  double mean(DoubleUnaryOperator of) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < density.length; i++) {
      sum += of.applyAsDouble(at(i)) * density[i];
      total += density[i];
    }
    return sum / total;
  }

  /** The mean of a function of the level, over levels up to {@code high} only, by Simpson. */
  double meanUpTo(double high, DoubleUnaryOperator of) {
    double middle = mean(x -> x);
    double sd = Math.sqrt(mean(x -> (x - middle) * (x - middle)));
    int steps = 4_000;
    double from = middle - REACH * sd;
    double h = (Math.min(high, middle + REACH * sd) - from) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = from + i * h;
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * of.applyAsDouble(x) * last.applyAsDouble(x);
    }
    return sum * h / 3;
  }

  private void settle() {
    for (int i = 0; i < density.length; i++) {
      density[i] = last.applyAsDouble(at(i));
    }
  }

  private double at(int i) {
    return low + i * step;
  }

  static double normal(double x, double mean, double variance) {
    return Math.exp(-(x - mean) * (x - mean) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  }
}
