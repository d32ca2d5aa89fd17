package health.lifelong.analytics.population.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HarrellCTest {
  @Test
  void fivePersonsCountedByHand() {
    // Known pairs: A dies first and is paired with B, C, D, E; C dies third and is paired with D,
    // E;
    // B is censored before C dies, so B and C are no pair; D dies with E still seen: one pair.
    double[] months = {1, 2, 3, 4, 5};
    boolean[] died = {true, false, true, true, false};
    double[] score = {9, 5, 4, 4, 7};
    // A is above all four; C equals D (a half) and lies below E; D lies below E.
    assertThat(HarrellC.of(score, months, died)).hasValueCloseTo(4.5 / 7, within(1e-15));
  }

  @Test
  void twoDeathsAtOneTimeAreNoPairAndASurvivorAtThatTimeIs() {
    double[] months = {3, 3, 3};
    boolean[] died = {true, true, false};
    assertThat(HarrellC.of(new double[] {1, 5, 3}, months, died)).hasValue(0.5);
  }

  @Test
  void withoutADeathThereIsNoPair() {
    assertThat(HarrellC.of(new double[] {1, 2}, new double[] {3, 4}, new boolean[2])).isEmpty();
  }

  @Test
  void withoutCensoringBeforeTheHorizonItIsTheAreaUnderTheCurve() {
    Random random = new Random(7);
    double[] score = random.doubles(200).toArray();
    boolean[] died = new boolean[200];
    double[] months = new double[200];
    for (int i = 0; i < 200; i++) {
      died[i] = random.nextDouble() < score[i];
      months[i] = died[i] ? 1 : 2;
    }
    assertThat(HarrellC.of(score, months, died))
        .hasValueCloseTo(RocArea.of(score, died).value(), within(1e-12));
  }

  @Test
  void theTreeCountsWhatEveryPairCounts() {
    long seed = 31;
    System.out.println("HarrellCTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      int n = 2 + random.nextInt(40);
      double[] score = random.ints(n, 0, 6).asDoubleStream().toArray();
      double[] months = random.ints(n, 0, 8).asDoubleStream().toArray();
      boolean[] died = new boolean[n];
      for (int i = 0; i < n; i++) {
        died[i] = random.nextBoolean();
      }
      double pairs = 0;
      double right = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          boolean later = months[j] > months[i] || (months[j] == months[i] && !died[j]);
          if (i != j && died[i] && later) {
            pairs++;
            right += score[i] > score[j] ? 1 : score[i] == score[j] ? 0.5 : 0;
          }
        }
      }
      if (pairs > 0) {
        assertThat(HarrellC.of(score, months, died)).hasValueCloseTo(right / pairs, within(1e-12));
      } else {
        assertThat(HarrellC.of(score, months, died)).isEmpty();
      }
    }
  }
}
