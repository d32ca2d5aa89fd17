package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.Signal;
import health.lifelong.ingestion.lifestyle.domain.Signal.Statistic;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Amounts over intervals to days: the time axis is cut at every start and end, and each piece takes
 * the amount of the believed-most source that covers it, in proportion to its length; within one
 * source the newest record wins (ingestion-formats section 8). Pieces belong to the local day of
 * the sample they are taken from, so a sample over midnight is split. The result does not depend on
 * the order of arrival and does not change by resending.
 */
final class CumulativeDays {
  private static final int DAY = 86_400;

  private final Samples samples;
  private final Sources sources;
  private final int[] order;
  private final Map<Integer, Day> days = new HashMap<>();
  private final PriorityQueue<Integer> byEnd;
  private final TreeSet<Integer> byBelief;
  private final int[] lastDay;
  private int cursor = Integer.MIN_VALUE;

  private CumulativeDays(Samples samples, Sources sources) {
    this.samples = samples;
    this.sources = sources;
    this.order = samples.canonicalOrder(sources);
    this.lastDay = new int[order.length];
    Arrays.fill(lastDay, Integer.MIN_VALUE);
    Comparator<Integer> belief =
        Comparator.comparingInt((Integer at) -> sources.priority(samples.source(order[at])))
            .thenComparing(at -> samples.created(order[at]), Comparator.reverseOrder())
            .thenComparing(Comparator.naturalOrder());
    this.byEnd = new PriorityQueue<>(Comparator.comparingInt(at -> samples.end(order[at])));
    this.byBelief = new TreeSet<>(belief);
  }

  private static final class Day {
    private double sum;
    private int seconds;
    private int best = Integer.MAX_VALUE;
    private int source;
    private int used;
  }

  static List<LifestyleDay> of(Signal signal, Samples samples, Sources sources) {
    CumulativeDays sweep = new CumulativeDays(samples, sources);
    sweep.run();
    DayBuilder builder = new DayBuilder(signal, samples, sources);
    List<LifestyleDay> result = new ArrayList<>();
    DayIndex.ofIntervals(samples, sweep.order)
        .forEachDay(
            (day, inputs) -> {
              Day sum = sweep.days.get(day);
              if (sum != null) {
                result.add(
                    builder.day(
                        day, Statistic.SUM, sum.sum, sum.source, inputs, sum.used, sum.seconds));
              }
            });
    return result;
  }

  private void run() {
    int at = 0;
    while (at < order.length) {
      int start = samples.start(order[at]);
      advance(start);
      int group = at;
      while (at < order.length && samples.start(order[at]) == start) {
        if (samples.length(order[at]) > 0) {
          byEnd.add(at);
          byBelief.add(at);
        }
        at++;
      }
      instant(group, at, start);
    }
    advance(Integer.MAX_VALUE);
  }

  /** Gives out the pieces between the cursor and {@code to}. */
  private void advance(int to) {
    Integer next = byEnd.peek();
    while (next != null && samples.end(order[next]) <= to) {
      int end = samples.end(order[next]);
      piece(end);
      while (next != null && samples.end(order[next]) == end) {
        byEnd.remove();
        byBelief.remove(next);
        next = byEnd.peek();
      }
    }
    piece(to);
  }

  private void piece(int to) {
    if (!byBelief.isEmpty() && to > cursor) {
      int at = byBelief.first();
      int i = order[at];
      int offset = samples.offset(i);
      int from = cursor;
      while (from < to) {
        int day = samples.localDay(i, from);
        int midnight = (day + 1) * DAY - offset;
        int end = Math.min(to, midnight);
        double amount = samples.value(i) * (end - from) / samples.length(i);
        add(day, at, amount, end - from);
        from = end;
      }
    }
    cursor = Math.max(cursor, to);
  }

  /**
   * An instant counts in full, once, unless an interval of its own or a better source covers it.
   */
  private void instant(int from, int to, int time) {
    Integer best = null;
    for (int at = from; at < to; at++) {
      boolean better = best == null || isBelievedMore(at, best);
      best = samples.length(order[at]) == 0 && better ? (Integer) at : best;
    }
    if (best == null || isCovered(best)) {
      return;
    }
    add(samples.localDay(order[best], time), best, samples.value(order[best]), 0);
  }

  private boolean isBelievedMore(int at, int other) {
    Comparator<? super Integer> belief = byBelief.comparator();
    return belief != null && belief.compare(at, other) < 0;
  }

  private boolean isCovered(int instant) {
    Integer covering = byBelief.isEmpty() ? null : byBelief.first();
    return covering != null && priority(covering) <= priority(instant);
  }

  private int priority(int at) {
    return sources.priority(samples.source(order[at]));
  }

  private void add(int day, int at, double amount, int seconds) {
    Day sum = days.computeIfAbsent(day, _ -> new Day());
    sum.sum += amount;
    sum.seconds += seconds;
    // a sample gives its pieces in order of time, so it comes to a day once
    sum.used += lastDay[at] == day ? 0 : 1;
    lastDay[at] = day;
    if (priority(at) < sum.best) {
      sum.best = priority(at);
      sum.source = samples.source(order[at]);
    }
  }
}
