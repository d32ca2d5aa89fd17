package health.lifelong.ingestion.lifestyle.algorithm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Samples of one signal in columns: 24 bytes each, grown in blocks so that nothing is copied while
 * an export is read. Times are seconds since {@link AppleTime#EPOCH}.
 */
final class Samples {
  private static final int BLOCK = 1 << 13;

  private final List<int[]> times = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private final List<short[]> marks = new ArrayList<>();
  private int size;

  /**
   * Adds a sample.
   *
   * @param length seconds, 0 for an instant
   * @param source index in {@link Sources}
   */
  void add(AppleTime start, int length, int created, double value, int source) {
    int at = size % BLOCK;
    if (at == 0) {
      times.add(new int[3 * BLOCK]);
      values.add(new double[BLOCK]);
      marks.add(new short[2 * BLOCK]);
    }
    int[] time = times.getLast();
    time[3 * at] = start.seconds();
    time[3 * at + 1] = length;
    time[3 * at + 2] = created;
    values.getLast()[at] = value;
    short[] mark = marks.getLast();
    mark[2 * at] = (short) source;
    mark[2 * at + 1] = (short) (2 * start.offsetMinutes() + (start.assumed() ? 1 : 0));
    size++;
  }

  int size() {
    return size;
  }

  int start(int i) {
    return times.get(i / BLOCK)[3 * (i % BLOCK)];
  }

  int length(int i) {
    return times.get(i / BLOCK)[3 * (i % BLOCK) + 1];
  }

  int end(int i) {
    return start(i) + length(i);
  }

  int created(int i) {
    return times.get(i / BLOCK)[3 * (i % BLOCK) + 2];
  }

  double value(int i) {
    return values.get(i / BLOCK)[i % BLOCK];
  }

  int source(int i) {
    return marks.get(i / BLOCK)[2 * (i % BLOCK)];
  }

  /** Offset from UTC in seconds. */
  int offset(int i) {
    return 60 * (marks.get(i / BLOCK)[2 * (i % BLOCK) + 1] >> 1);
  }

  boolean offsetAssumed(int i) {
    return (marks.get(i / BLOCK)[2 * (i % BLOCK) + 1] & 1) == 1;
  }

  /** Local day, as days since 2000-01-01, of an instant by the sample's own offset. */
  int localDay(int i, int instant) {
    return Math.floorDiv(instant + offset(i), 86_400);
  }

  /**
   * The samples in an order that does not depend on the order of arrival, exact duplicates left
   * out: the same source, start, end and value. Of duplicates the newest stays.
   */
  int[] canonicalOrder(Sources sources) {
    long[] byStart = new long[size];
    for (int i = 0; i < size; i++) {
      byStart[i] = ((long) start(i) << 32) | i;
    }
    Arrays.sort(byStart);
    int[] order = new int[size];
    int kept = 0;
    int from = 0;
    while (from < size) {
      int to = from + 1;
      while (to < size && byStart[to] >> 32 == byStart[from] >> 32) {
        to++;
      }
      kept =
          to == from + 1
              ? keep(order, kept, byStart, from)
              : group(order, kept, byStart, from, to, sources);
      from = to;
    }
    return Arrays.copyOf(order, kept);
  }

  private static int keep(int[] order, int kept, long[] byStart, int at) {
    order[kept] = (int) byStart[at];
    return kept + 1;
  }

  private int group(int[] order, int kept, long[] byStart, int from, int to, Sources sources) {
    Integer[] same = new Integer[to - from];
    for (int i = from; i < to; i++) {
      same[i - from] = (int) byStart[i];
    }
    Arrays.sort(same, (a, b) -> compareAtSameStart(a, b, sources));
    int end = kept;
    for (Integer i : same) {
      if (end == kept || !isDuplicate(order[end - 1], i)) {
        order[end++] = i;
      }
    }
    return end;
  }

  private int compareAtSameStart(int a, int b, Sources sources) {
    int c = Integer.compare(length(a), length(b));
    c = c != 0 ? c : Integer.compare(sources.priority(source(a)), sources.priority(source(b)));
    c = c != 0 ? c : Double.compare(value(a), value(b));
    c = c != 0 ? c : Integer.compare(created(b), created(a));
    c = c != 0 ? c : Integer.compare(offset(a), offset(b));
    return c != 0 ? c : Boolean.compare(offsetAssumed(a), offsetAssumed(b));
  }

  private boolean isDuplicate(int a, int b) {
    return start(a) == start(b)
        && length(a) == length(b)
        && source(a) == source(b)
        && Double.compare(value(a), value(b)) == 0;
  }
}
