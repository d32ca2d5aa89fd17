package health.lifelong.analytics.population.algorithm;

import java.util.OptionalDouble;

/**
 * Harrell's C for censored follow-up (JAMA 1982;247:2543): of the pairs whose order of death is
 * known, the share in which the one who died first had the higher score; an equal score counts one
 * half. A pair is known when one died and the other was followed longer, or as long without dying;
 * two deaths at the same time are no pair. O(n log n) with a Fenwick tree over the scores.
 */
public final class HarrellC {
  private final long[] tree;

  private HarrellC(int places) {
    tree = new long[places + 1];
  }

  /** C of a score, higher meaning more risk; empty where no pair is known. */
  public static OptionalDouble of(double[] score, double[] months, boolean[] died) {
    int[] place = Ranks.dense(score);
    int[] byTime = Ranks.order(months);
    HarrellC later = new HarrellC(score.length);
    long waiting = 0;
    long pairs = 0;
    long twiceRight = 0;
    int to = byTime.length - 1;
    while (to >= 0) {
      int from = to;
      while (from > 0 && months[byTime[from - 1]] == months[byTime[to]]) {
        from--;
      }
      waiting += later.add(byTime, from, to, place, died, false);
      for (int i = from; i <= to; i++) {
        if (died[byTime[i]]) {
          long below = later.upTo(place[byTime[i]] - 1);
          long equal = later.upTo(place[byTime[i]]) - below;
          twiceRight += 2 * below + equal;
          pairs += waiting;
        }
      }
      waiting += later.add(byTime, from, to, place, died, true);
      to = from - 1;
    }
    return pairs == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) twiceRight / (2 * (double) pairs));
  }

  private long add(int[] byTime, int from, int to, int[] place, boolean[] died, boolean deaths) {
    long added = 0;
    for (int i = from; i <= to; i++) {
      if (died[byTime[i]] == deaths) {
        for (int at = place[byTime[i]]; at < tree.length; at += at & -at) {
          tree[at]++;
        }
        added++;
      }
    }
    return added;
  }

  private long upTo(int place) {
    long sum = 0;
    for (int at = place; at > 0; at -= at & -at) {
      sum += tree[at];
    }
    return sum;
  }
}
