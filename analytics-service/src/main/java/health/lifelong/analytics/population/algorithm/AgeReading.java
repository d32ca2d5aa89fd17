package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.domain.Sex;
import java.util.List;
import java.util.Optional;

/**
 * What an index in years promises when it is read as an age: the risk that persons of the same
 * sample and sex carry whose age in years is that number. The risk by age is a logistic regression
 * on chronological age, weighted for censoring, so age itself is calibrated by construction.
 */
final class AgeReading {
  private AgeReading() {}

  /** The same persons with the probability of their score read as an age; empty without a fit. */
  static Optional<Followed> of(Followed persons, double horizon) {
    double[] weights = CensoringWeights.of(persons.months(), persons.died(), horizon);
    boolean[] event = persons.diedBy(horizon);
    double[] age = persons.age();
    double[] score = persons.score();
    double[] probability = new double[persons.size()];
    for (Sex sex : Sex.values()) {
      List<Integer> indices = persons.indices(sex);
      double[] x = new double[indices.size()];
      double[] w = new double[indices.size()];
      boolean[] y = new boolean[indices.size()];
      for (int i = 0; i < x.length; i++) {
        x[i] = age[indices.get(i)];
        w[i] = weights[indices.get(i)];
        y[i] = event[indices.get(i)];
      }
      Optional<LogisticFit> fit = LogisticFit.of(x, y, w);
      if (fit.isEmpty() && x.length > 0) {
        return Optional.empty();
      }
      for (int i : indices) {
        probability[i] = fit.orElseThrow().probability(score[i]);
      }
    }
    return Optional.of(persons.withProbability(probability));
  }
}
