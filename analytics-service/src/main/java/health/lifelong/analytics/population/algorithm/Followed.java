package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.population.domain.AgeBand;
import health.lifelong.analytics.population.domain.Stratum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The followed persons of one study, as columns: 34 bytes a person, so that a million of them fit
 * beside everything else. Grows by appending; parts are copies.
 */
final class Followed {
  private int size;
  private double[] score = new double[1024];
  private double[] age = new double[1024];
  private double[] probability = new double[1024];
  private double[] months = new double[1024];
  private boolean[] died = new boolean[1024];
  private boolean[] female = new boolean[1024];

  /** Appends a person; {@code probability} is not a number where the score states none. */
  void add(
      double score, double age, double probability, double months, boolean died, boolean female) {
    if (size == this.score.length) {
      grow();
    }
    this.score[size] = score;
    this.age[size] = age;
    this.probability[size] = probability;
    this.months[size] = months;
    this.died[size] = died;
    this.female[size] = female;
    size++;
  }

  int size() {
    return size;
  }

  double[] score() {
    return Arrays.copyOf(score, size);
  }

  double[] age() {
    return Arrays.copyOf(age, size);
  }

  double[] probability() {
    return Arrays.copyOf(probability, size);
  }

  double[] months() {
    return Arrays.copyOf(months, size);
  }

  boolean[] died() {
    return Arrays.copyOf(died, size);
  }

  Sex sex(int i) {
    return female[i] ? Sex.F : Sex.M;
  }

  /** The persons of a stratum. */
  Followed in(Stratum stratum) {
    Followed part = new Followed();
    for (int i = 0; i < size; i++) {
      if (stratum.contains(sex(i), AgeBand.of(age[i]))) {
        part.copy(this, i, probability[i]);
      }
    }
    return part;
  }

  /** The persons whose state at the horizon is known: dead by then, or seen at or after it. */
  Followed known(double horizon) {
    Followed part = new Followed();
    for (int i = 0; i < size; i++) {
      if (diedBy(i, horizon) || months[i] >= horizon) {
        part.copy(this, i, probability[i]);
      }
    }
    return part;
  }

  /** The same persons with other probabilities. */
  Followed withProbability(double[] other) {
    Followed copy = new Followed();
    for (int i = 0; i < size; i++) {
      copy.copy(this, i, other[i]);
    }
    return copy;
  }

  /** Who died by the horizon. */
  boolean[] diedBy(double horizon) {
    boolean[] event = new boolean[size];
    for (int i = 0; i < size; i++) {
      event[i] = diedBy(i, horizon);
    }
    return event;
  }

  /** The indices of one sex. */
  List<Integer> indices(Sex sex) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (sex(i) == sex) {
        found.add(i);
      }
    }
    return found;
  }

  private boolean diedBy(int i, double horizon) {
    return died[i] && months[i] <= horizon;
  }

  private void copy(Followed from, int i, double otherProbability) {
    add(from.score[i], from.age[i], otherProbability, from.months[i], from.died[i], from.female[i]);
  }

  private void grow() {
    int larger = size * 2;
    score = Arrays.copyOf(score, larger);
    age = Arrays.copyOf(age, larger);
    probability = Arrays.copyOf(probability, larger);
    months = Arrays.copyOf(months, larger);
    died = Arrays.copyOf(died, larger);
    female = Arrays.copyOf(female, larger);
  }
}
