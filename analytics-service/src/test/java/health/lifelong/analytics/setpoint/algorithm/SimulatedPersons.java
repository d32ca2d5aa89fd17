package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Simulated people whose level never changes of itself, seen once a year: as the model assumes
 * them, or as they are.
 */
public final class SimulatedPersons {
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 3, 2);
  private static final double OUTLIERS = 0.01;
  private static final double OUTLIER_SIZE = 6;

  /** Logarithmic spread of a log-normal variable whose coefficient of variation is 30 %. */
  private static final double PERSON_SPREAD = Math.sqrt(Math.log1p(0.09));

  private final Prior prior;
  private final Random random;

  /** One visit, and whether it was made an outlier. */
  public record Seen(Visit visit, boolean outlier) {}

  public SimulatedPersons(Prior prior, Random random) {
    this.prior = prior;
    this.random = random;
  }

  /** As the model assumes: normal noise on the item's scale, the same for everyone, unrounded. */
  public List<Visit> asAssumed(int visits) {
    double level = level();
    List<Visit> series = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      double value = level + Math.sqrt(prior.noise()) * random.nextGaussian();
      series.add(new Visit(day(i), prior.scale().invert(value)));
    }
    return series;
  }

  /**
   * As people are: log-normal noise in proportion to their own level, within-person deviations that
   * differ by 30 % (CV) between persons, outliers six of these deviations off, rounded as reported.
   */
  public List<Seen> realistic(int visits) {
    return realistic(visits, 0);
  }

  /** As {@link #realistic(int)}, the last visit moved by so many published deviations. */
  public List<Seen> realistic(int visits, double lastMoved) {
    Noise noise = new Noise();
    List<Seen> series = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      boolean outlier = random.nextDouble() < OUTLIERS;
      double off = outlier ? (random.nextBoolean() ? OUTLIER_SIZE : -OUTLIER_SIZE) : 0;
      double moved = i == visits - 1 ? lastMoved * Math.sqrt(prior.within()) : 0;
      double exact = prior.scale().apply(noise.value(off)) + moved;
      series.add(new Seen(new Visit(day(i), reported(prior.scale().invert(exact))), outlier));
    }
    return series;
  }

  /** As assumed, rounded, moved by so many within-person deviations from one visit on. */
  public List<Visit> shifted(int visits, int from, double deviations) {
    double level = level();
    List<Visit> series = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      double moved = level + (i >= from ? deviations * Math.sqrt(prior.within()) : 0);
      double value = moved + Math.sqrt(prior.noise()) * random.nextGaussian();
      series.add(new Visit(day(i), reported(prior.scale().invert(value))));
    }
    return series;
  }

  private double level() {
    return prior.mean() + Math.sqrt(prior.between()) * random.nextGaussian();
  }

  /** Never down to zero, which no such item has. */
  private double reported(double value) {
    return Math.max(Math.rint(value / prior.step()), 1) * prior.step();
  }

  private static LocalDate day(int visit) {
    return FIRST_DAY.plusYears(visit);
  }

  /** One person's noise. */
  private final class Noise {
    private final double level = prior.scale().invert(level());
    private final double within;
    private final double analytical;

    Noise() {
      double own =
          Math.exp(PERSON_SPREAD * random.nextGaussian() - PERSON_SPREAD * PERSON_SPREAD / 2);
      this.within = own * relative(prior.within());
      this.analytical = relative(prior.analytical());
    }

    /** A deviation as a share of the level. */
    private double relative(double variance) {
      return prior.scale() == Scale.LOG ? Math.sqrt(variance) : Math.sqrt(variance) / prior.mean();
    }

    double value(double deviationsOff) {
      double noise = within * random.nextGaussian() + analytical * random.nextGaussian();
      return switch (prior.scale()) {
        case LOG -> level * Math.exp(noise + deviationsOff * within);
        case LINEAR -> level * (Math.exp(noise) + deviationsOff * within);
      };
    }
  }
}
