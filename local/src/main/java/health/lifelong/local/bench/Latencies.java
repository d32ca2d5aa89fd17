package health.lifelong.local.bench;

import java.util.Arrays;

/** Times of answers, in nanoseconds, from many threads. */
final class Latencies {
  private long[] times = new long[1024];
  private int count;

  synchronized void add(long nanos) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    times[count++] = nanos;
  }

  /** The time that {@code share} of the answers did not exceed, in milliseconds. */
  synchronized double millis(double share) {
    long[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    int index = (int) Math.ceil(share * count) - 1;
    return count == 0 ? 0 : sorted[Math.max(0, index)] / 1e6;
  }
}
