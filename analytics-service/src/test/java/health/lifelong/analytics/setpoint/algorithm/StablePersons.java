package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Simulated people as the model assumes them, whose level never changes of itself, seen once a
 * year.
 */
final class StablePersons {
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 3, 2);

  private final Prior prior;
  private final Random random;

  StablePersons(Prior prior, Random random) {
    this.prior = prior;
    this.random = random;
  }

  /** The next person's visits. */
  List<Visit> next(int visits) {
    return next(visits, visits, 0);
  }

  /**
   * The next person's visits, whose level moves by {@code shift} standard deviations of the noise
   * at one of them.
   */
  List<Visit> next(int visits, int from, double shift) {
    double level = prior.mean() + Math.sqrt(prior.between()) * random.nextGaussian();
    double sd = Math.sqrt(prior.noise());
    List<Visit> series = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      double moved = level + (i >= from ? shift * sd : 0);
      double value = prior.scale().invert(moved + sd * random.nextGaussian());
      series.add(new Visit(FIRST_DAY.plusYears(i), value));
    }
    return series;
  }
}
