package health.lifelong.analytics.setpoint.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.domain.Interval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The closed form against numerical integration of the declared model. */
class PosteriorTest {
  private static final long SEED = 9;
  private static final double TOLERANCE = 1e-9;
  private static final double AGE = 45;
  private static final int SHORTEST_GAP_DAYS = 200;

  private final SetPoints setPoints = new SetPoints(SetPointParameters.standard());
  private double largest;

  @Test
  void meanVarianceAndIntervalEqualNumericalIntegration() {
    Random random = new Random(SEED);
    int compared = 0;
    int leftOut = 0;
    for (String item : SetPointParameters.standard().items()) {
      for (Sex sex : Sex.values()) {
        Prior prior = setPoints.prior(item, sex, AGE).orElse(null);
        if (prior != null) {
          leftOut +=
              compare(item + " " + sex, prior, series(prior, random, 1 + random.nextInt(12)));
          compared++;
        }
      }
    }
    System.out.printf(
        "seed %d, %d posteriors, %d visits left out, largest relative error %.2e%n",
        SEED, compared, leftOut, largest);
    assertThat(compared).isGreaterThan(40);
  }

  @Test
  void aVisitFarOutsideIsLeftOutAndTheRestIntegratesTheSame() {
    Prior prior = setPoints.prior("HGB", Sex.F, AGE).orElseThrow();
    List<Visit> visits = series(prior, new Random(SEED), 6);
    Visit third = visits.get(2);
    visits.set(2, new Visit(third.date(), third.value() + 7 * Math.sqrt(prior.noise())));
    assertThat(compare("HGB F", prior, visits)).isEqualTo(1);
  }

  @Test
  void thePredictionHoldsTheNextVisitWithTheStatedProbability() {
    Prior prior = setPoints.prior("GGT", Sex.M, AGE).orElseThrow();
    Visit only = series(prior, new Random(SEED), 1).getFirst();
    LocalDate next = only.date().plusDays(731);
    Interval prediction = Baseline.before(prior).after(only).prediction(next, 1);
    GridFilter oracle = new GridFilter(prior, 731 / 365.25);
    oracle.see(only.value());
    oracle.drift(731 / 365.25);
    double noise = prior.noiseAt(oracle.mean(x -> x), 1);
    for (double end : new double[] {prediction.low(), prediction.high()}) {
      double bound = prior.scale().apply(end);
      double below = oracle.mean(level -> normalBelow(bound, level, Math.sqrt(noise)));
      assertThat(Math.min(below, 1 - below)).isCloseTo(0.025, within(TOLERANCE));
    }
  }

  @Test
  void eachVisitNarrowsTheIntervalAndTimeWidensIt() {
    Prior prior = setPoints.prior("HGB", Sex.F, AGE).orElseThrow();
    Posterior posterior = Posterior.before(prior);
    double width = Double.POSITIVE_INFINITY;
    for (int visit = 0; visit < 10; visit++) {
      double narrower = posterior.spread(0.1);
      assertThat(narrower).isLessThan(width);
      width = narrower;
      posterior = posterior.after(13.1).later(1);
    }
    assertThat(posterior.later(15).spread(0.1)).isGreaterThan(posterior.spread(0.1));
  }

  /** How many visits the level left out. */
  private int compare(String name, Prior prior, List<Visit> visits) {
    Baseline baseline = Baseline.before(prior);
    for (Visit visit : visits) {
      baseline = baseline.after(visit);
    }
    GridFilter oracle = new GridFilter(prior, SHORTEST_GAP_DAYS / 365.25);
    for (int i = 0; i < visits.size(); i++) {
      if (i > 0) {
        LocalDate before = visits.get(i - 1).date();
        oracle.drift((visits.get(i).date().toEpochDay() - before.toEpochDay()) / 365.25);
      }
      if (!baseline.leftOut().contains(i)) {
        oracle.see(visits.get(i).value());
      }
    }
    SetPoint found = baseline.setPoint();
    Scale scale = prior.scale();
    double mean = oracle.mean(scale::invert);
    close(name, found.setpoint(), mean);
    close(name, square(found.sd()), oracle.mean(x -> square(scale.invert(x) - mean)));
    double below = oracle.meanUpTo(scale.apply(found.interval().low()), x -> 1);
    double above = 1 - oracle.meanUpTo(scale.apply(found.interval().high()), x -> 1);
    assertThat(below).as(name).isCloseTo(0.025, within(TOLERANCE));
    assertThat(above).as(name).isCloseTo(0.025, within(TOLERANCE));
    return baseline.leftOut().size();
  }

  private void close(String name, double closedForm, double integrated) {
    double error = Math.abs(closedForm - integrated) / Math.abs(integrated);
    largest = Math.max(largest, error);
    assertThat(error).as(name).isLessThan(TOLERANCE);
  }

  private static List<Visit> series(Prior prior, Random random, int visits) {
    double level = prior.mean() + Math.sqrt(prior.between()) * random.nextGaussian();
    LocalDate day = LocalDate.of(2012, 4, 5);
    List<Visit> series = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      double noisy = level + Math.sqrt(prior.noise()) * random.nextGaussian();
      double value = prior.scale().invert(noisy);
      boolean rounded = random.nextBoolean();
      series.add(new Visit(day, rounded ? Math.rint(value / prior.step()) * prior.step() : value));
      day = day.plusDays(SHORTEST_GAP_DAYS + random.nextInt(700));
    }
    return series;
  }

  private static double normalBelow(double bound, double mean, double sd) {
    double low = mean - 9 * sd;
    if (bound <= low) {
      return 0;
    }
    int steps = 2_000;
    double h = (Math.min(bound, mean + 9 * sd) - low) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * GridFilter.normal(low + i * h, mean, sd * sd);
    }
    return sum * h / 3;
  }

  private static double square(double x) {
    return x * x;
  }
}
