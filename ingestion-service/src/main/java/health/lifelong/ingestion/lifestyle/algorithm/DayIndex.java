package health.lifelong.ingestion.lifestyle.algorithm;

import java.util.Arrays;

/**
 * Which samples touch which local day, by each sample's own offset, in canonical order within a
 * day.
 */
final class DayIndex {
  private final long[] entries;
  private final int[] order;

  private DayIndex(long[] entries, int[] order) {
    this.entries = entries;
    this.order = order;
  }

  /** Every day a sample touches. */
  static DayIndex ofIntervals(Samples samples, int[] order) {
    return of(samples, order, false);
  }

  /** The day a sample starts in. */
  static DayIndex ofStarts(Samples samples, int[] order) {
    return of(samples, order, true);
  }

  private static DayIndex of(Samples samples, int[] order, boolean startOnly) {
    long[] entries = new long[order.length];
    int count = 0;
    for (int at = 0; at < order.length; at++) {
      int i = order[at];
      int first = samples.localDay(i, samples.start(i));
      int last =
          startOnly ? first : samples.localDay(i, Math.max(samples.start(i), samples.end(i) - 1));
      for (int day = first; day <= last; day++) {
        if (count == entries.length) {
          entries = Arrays.copyOf(entries, entries.length + entries.length / 8 + 16);
        }
        entries[count++] = ((long) day << 32) | at;
      }
    }
    long[] sorted = Arrays.copyOf(entries, count);
    Arrays.sort(sorted);
    return new DayIndex(sorted, order);
  }

  /** Takes a day and its samples. */
  @FunctionalInterface
  interface Visitor {
    void day(int day, int[] samples);
  }

  void forEachDay(Visitor visitor) {
    int from = 0;
    while (from < entries.length) {
      int to = from;
      while (to < entries.length && entries[to] >> 32 == entries[from] >> 32) {
        to++;
      }
      int[] samples = new int[to - from];
      for (int i = from; i < to; i++) {
        samples[i - from] = order[(int) entries[i]];
      }
      visitor.day((int) (entries[from] >> 32), samples);
      from = to;
    }
  }
}
