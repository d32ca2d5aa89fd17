package health.lifelong.analytics.fusion;

import java.util.Random;

/**
 * A made-up population whose truth is known, written without any code of the model: hazards are
 * multiplied, and one constant hazard of the whole population is found by counting people until
 * their mean risk is the stated one.
 */
final class SimulatedWorld {
  /** Of the score, per deviation; of the genotypes; of the habit. */
  static final double SCORE = Math.log(1.45);

  static final double[] GENOTYPE = {0, Math.log(1.39), Math.log(0.69)};
  static final double[] GENOTYPE_SHARE = {0.7056, 0.2688, 0.0256};
  static final double[] HABIT = {0, Math.log(0.8)};
  static final double[] HABIT_SHARE = {0.65, 0.35};

  private static final int COUNTED = 400_000;

  private final double reach;
  private final double baseHazard;

  /**
   * @param reach correlation of the score that a laboratory reads with the whole one
   */
  SimulatedWorld(double meanRisk, double reach, Random random) {
    this.reach = reach;
    double[] relative = new double[COUNTED];
    for (int i = 0; i < COUNTED; i++) {
      relative[i] = relativeHazard(person(random));
    }
    double low = 0;
    double high = 10;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      double mean = 0;
      for (double hazard : relative) {
        mean += 1 - Math.exp(-middle * hazard);
      }
      if (mean / COUNTED < meanRisk) {
        low = middle;
      } else {
        high = middle;
      }
    }
    this.baseHazard = (low + high) / 2;
  }

  /** Someone: the whole score, what was read of it, genotype and habit. */
  record Person(double score, double read, int genotype, int habit) {}

  Person person(Random random) {
    double read = random.nextGaussian();
    double score = reach * read + Math.sqrt(1 - reach * reach) * random.nextGaussian();
    return new Person(score, read, pick(GENOTYPE_SHARE, random), pick(HABIT_SHARE, random));
  }

  double risk(Person person) {
    return 1 - Math.exp(-baseHazard * relativeHazard(person));
  }

  private static double relativeHazard(Person person) {
    return Math.exp(SCORE * person.score() + GENOTYPE[person.genotype()] + HABIT[person.habit()]);
  }

  private static int pick(double[] shares, Random random) {
    double draw = random.nextDouble();
    for (int i = 0; i < shares.length - 1; i++) {
      draw -= shares[i];
      if (draw < 0) {
        return i;
      }
    }
    return shares.length - 1;
  }
}
