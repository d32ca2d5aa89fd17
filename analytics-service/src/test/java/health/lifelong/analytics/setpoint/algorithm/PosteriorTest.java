package health.lifelong.analytics.setpoint.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The closed form against numerical integration of prior times likelihood, which knows nothing of
 * conjugacy.
 */
class PosteriorTest {
  private static final long SEED = 9;
  private static final double TOLERANCE = 1e-9;

  private final SetPoints setPoints = new SetPoints(SetPointParameters.standard());
  private double largest;

  @Test
  void meanVarianceAndIntervalEqualNumericalIntegration() {
    Random random = new Random(SEED);
    int compared = 0;
    for (String item : SetPointParameters.standard().items()) {
      for (Sex sex : Sex.values()) {
        Prior prior = setPoints.prior(item, sex).orElse(null);
        if (prior != null) {
          compare(item + " " + sex, prior, values(prior, random, 1 + random.nextInt(12)));
          compared++;
        }
      }
    }
    System.out.printf(
        "seed %d, %d posteriors, largest relative error %.2e%n", SEED, compared, largest);
    assertThat(compared).isGreaterThan(40);
  }

  @Test
  void thePredictionHoldsTheNextVisitWithTheStatedProbability() {
    Prior prior = setPoints.prior("GGT", Sex.M).orElseThrow();
    double[] values = values(prior, new Random(SEED), 4);
    Interval prediction = after(prior, values).prediction();
    DoubleUnaryOperator level = density(prior, values);
    double low = prior.mean() - 10 * Math.sqrt(prior.between());
    double high = prior.mean() + 10 * Math.sqrt(prior.between());
    double total = simpson(level, low, high, 4_000);
    for (double end : new double[] {prediction.low(), prediction.high()}) {
      double bound = prior.scale().apply(end);
      DoubleUnaryOperator below =
          mu -> level.applyAsDouble(mu) * normalBelow(bound, mu, Math.sqrt(prior.noise()));
      double tail = simpson(below, low, high, 4_000) / total;
      assertThat(Math.min(tail, 1 - tail)).isCloseTo(0.025, within(TOLERANCE));
    }
  }

  @Test
  void eachVisitNarrowsTheInterval() {
    Prior prior = setPoints.prior("HGB", Sex.F).orElseThrow();
    Posterior posterior = Posterior.before(prior);
    double width = Double.POSITIVE_INFINITY;
    for (int visit = 0; visit < 20; visit++) {
      Interval interval = posterior.setPoint().interval();
      assertThat(interval.high() - interval.low()).isLessThan(width);
      width = interval.high() - interval.low();
      posterior = posterior.after(13.1);
    }
  }

  private void compare(String name, Prior prior, double[] values) {
    SetPoint found = after(prior, values).setPoint();
    DoubleUnaryOperator density = density(prior, values);
    double low = prior.mean() - 10 * Math.sqrt(prior.between());
    double high = prior.mean() + 10 * Math.sqrt(prior.between());
    int steps = 40_000;
    Scale scale = prior.scale();
    double total = simpson(density, low, high, steps);
    double mean =
        simpson(mu -> scale.invert(mu) * density.applyAsDouble(mu), low, high, steps) / total;
    double variance =
        simpson(mu -> square(scale.invert(mu) - mean) * density.applyAsDouble(mu), low, high, steps)
            / total;
    close(name, found.setpoint(), mean);
    close(name, square(found.sd()), variance);
    double below = simpson(density, low, scale.apply(found.interval().low()), steps) / total;
    double above = simpson(density, scale.apply(found.interval().high()), high, steps) / total;
    assertThat(below).as(name).isCloseTo(0.025, within(TOLERANCE));
    assertThat(above).as(name).isCloseTo(0.025, within(TOLERANCE));
  }

  private void close(String name, double closedForm, double integrated) {
    double error = Math.abs(closedForm - integrated) / Math.abs(integrated);
    largest = Math.max(largest, error);
    assertThat(error).as(name).isLessThan(TOLERANCE);
  }

  private static Posterior after(Prior prior, double[] values) {
    Posterior posterior = Posterior.before(prior);
    for (double value : values) {
      posterior = posterior.after(value);
    }
    return posterior;
  }

  private static double[] values(Prior prior, Random random, int visits) {
    double level = prior.mean() + Math.sqrt(prior.between()) * random.nextGaussian();
    double[] values = new double[visits];
    for (int i = 0; i < visits; i++) {
      values[i] = prior.scale().invert(level + Math.sqrt(prior.noise()) * random.nextGaussian());
    }
    return values;
  }

  /** Prior times likelihood on the prior's scale, lifted so that it does not vanish. */
  private static DoubleUnaryOperator density(Prior prior, double[] values) {
    DoubleUnaryOperator logDensity =
        mu -> {
          double log = -square(mu - prior.mean()) / (2 * prior.between());
          for (double value : values) {
            log -= square(prior.scale().apply(value) - mu) / (2 * prior.noise());
          }
          return log;
        };
    double lift = 0;
    for (double value : values) {
      lift += prior.scale().apply(value) / values.length;
    }
    double highest = logDensity.applyAsDouble(lift);
    return mu -> Math.exp(logDensity.applyAsDouble(mu) - highest);
  }

  private static double normalBelow(double bound, double mean, double sd) {
    if (bound < mean - 9 * sd) {
      return 0;
    }
    DoubleUnaryOperator normal = x -> Math.exp(-square((x - mean) / sd) / 2);
    double whole = sd * Math.sqrt(2 * Math.PI);
    return simpson(normal, mean - 9 * sd, Math.min(bound, mean + 9 * sd), 400) / whole;
  }

  private static double simpson(DoubleUnaryOperator f, double low, double high, int steps) {
    double h = (high - low) / steps;
    double sum = f.applyAsDouble(low) + f.applyAsDouble(high);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(low + i * h);
    }
    return sum * h / 3;
  }

  private static double square(double x) {
    return x * x;
  }
}
