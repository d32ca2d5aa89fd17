package health.lifelong.analytics.population.algorithm;

import java.util.Arrays;

/** Orders numbers by index, in O(n log n). */
final class Ranks {
  private Ranks() {}

  /** Indices by value, lowest first; equal values keep their order. */
  static int[] order(double[] values) {
    long[] keys = new long[values.length];
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < values.length; i++) {
      long place = lowest(sorted, values[i]);
      keys[i] = place << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** The rank of each value from 1; equal values share the mean of their ranks. */
  static double[] middle(double[] values) {
    int[] order = order(values);
    double[] ranks = new double[values.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length && values[order[to + 1]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i <= to; i++) {
        ranks[order[i]] = (from + to) / 2.0 + 1;
      }
      from = to + 1;
    }
    return ranks;
  }

  /** The place of each value among the distinct ones, from 1. */
  static int[] dense(double[] values) {
    int[] order = order(values);
    int[] places = new int[values.length];
    int place = 0;
    for (int i = 0; i < order.length; i++) {
      if (i == 0 || values[order[i]] != values[order[i - 1]]) {
        place++;
      }
      places[order[i]] = place;
    }
    return places;
  }

  private static int lowest(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
