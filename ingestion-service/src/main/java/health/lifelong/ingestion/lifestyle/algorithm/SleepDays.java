package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.Signal;
import health.lifelong.ingestion.lifestyle.domain.Signal.Statistic;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sleep stages to nights: one source a night, asleep = union of its asleep intervals, in bed and
 * awake are not asleep, told to the local date of waking. Of the sleeps that end on one date the
 * longest is the night, the others are naps (ingestion-formats section 8). Sleeps of one source
 * less than three hours apart are one, so that lying awake does not make two nights.
 */
final class SleepDays {
  private static final int SAME_SLEEP = 3 * 3_600;
  private static final int LONGEST = 24 * 3_600;
  private static final double HOUR = 3_600;

  private final Samples samples;
  private final Sources sources;
  private final int[] order;

  private SleepDays(Samples samples, Sources sources) {
    this.samples = samples;
    this.sources = sources;
    this.order = samples.canonicalOrder(sources);
  }

  /** One stretch of sleep of one source. */
  private static final class Sleep {
    private final int source;
    private final int start;
    private int end;
    private int lastSample;
    private int asleep;

    /** Places of its samples in the canonical order. */
    private final List<Integer> parts = new ArrayList<>();

    private Sleep(int source, int start) {
      this.source = source;
      this.start = start;
      this.end = start;
    }
  }

  /** Samples carry 1 for asleep and 0 for in bed or awake. */
  static List<LifestyleDay> of(Samples samples, Sources sources) {
    return new SleepDays(samples, sources).days();
  }

  private List<LifestyleDay> days() {
    Map<Integer, List<Sleep>> byDay = new TreeMap<>();
    for (Sleep sleep : sleeps()) {
      int day = samples.localDay(sleep.lastSample, sleep.end);
      byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(sleep);
    }
    DayBuilder nights = new DayBuilder(Signal.SLEEP_ASLEEP, samples, sources);
    DayBuilder naps = new DayBuilder(Signal.SLEEP_NAP, samples, sources);
    List<LifestyleDay> result = new ArrayList<>();
    byDay.forEach(
        (day, all) -> {
          int source = believedMost(all);
          List<Sleep> own = all.stream().filter(sleep -> sleep.source == source).toList();
          Sleep night =
              own.stream()
                  .max(
                      Comparator.comparingInt((Sleep s) -> s.asleep)
                          .thenComparingInt(s -> -s.start))
                  .orElseThrow();
          List<Integer> within = within(night);
          int[] inputs = inputs(all, within);
          result.add(
              nights.day(
                  day,
                  Statistic.SUM,
                  night.asleep / HOUR,
                  source,
                  inputs,
                  night.parts.size(),
                  covered(night, within)));
          if (own.size() > 1) {
            int asleep = own.stream().mapToInt(s -> s.asleep).sum() - night.asleep;
            int parts = own.stream().mapToInt(s -> s.parts.size()).sum() - night.parts.size();
            result.add(naps.day(day, Statistic.SUM, asleep / HOUR, source, inputs, parts, asleep));
          }
        });
    return result;
  }

  private int believedMost(List<Sleep> all) {
    return all.stream()
        .map(sleep -> sleep.source)
        .min(Comparator.comparingInt(sources::priority))
        .orElseThrow();
  }

  private List<Sleep> sleeps() {
    Map<Integer, Sleep> open = new HashMap<>();
    List<Sleep> all = new ArrayList<>();
    for (int at = 0; at < order.length; at++) {
      int i = order[at];
      if (samples.value(i) == 0 || samples.length(i) == 0) {
        continue;
      }
      int source = samples.source(i);
      Sleep sleep = open.get(source);
      if (sleep == null || samples.start(i) - sleep.end > SAME_SLEEP) {
        sleep = new Sleep(source, samples.start(i));
        sleep.lastSample = i;
        open.put(source, sleep);
        all.add(sleep);
      }
      sleep.asleep += Math.max(0, samples.end(i) - Math.max(sleep.end, samples.start(i)));
      sleep.parts.add(at);
      if (samples.end(i) > sleep.end) {
        sleep.end = samples.end(i);
        sleep.lastSample = i;
      }
    }
    return all;
  }

  /**
   * Places of all samples of the night's source that lie in the night, awake and in bed among them.
   */
  private List<Integer> within(Sleep night) {
    List<Integer> places = new ArrayList<>();
    for (int at = firstFrom(night.start - LONGEST); at < order.length; at++) {
      int i = order[at];
      if (samples.start(i) >= night.end) {
        break;
      }
      if (samples.source(i) == night.source && samples.end(i) > night.start) {
        places.add(at);
      }
    }
    return places;
  }

  private int firstFrom(int time) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (samples.start(order[middle]) < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Seconds of the night with any sample of its source. */
  private int covered(Sleep night, List<Integer> within) {
    int covered = 0;
    int until = night.start;
    for (int at : within) {
      int end = Math.min(samples.end(order[at]), night.end);
      covered += Math.max(0, end - Math.max(samples.start(order[at]), until));
      until = Math.max(until, end);
    }
    return covered;
  }

  private int[] inputs(List<Sleep> all, List<Integer> within) {
    return Stream.concat(within.stream(), all.stream().flatMap(sleep -> sleep.parts.stream()))
        .mapToInt(Integer::intValue)
        .distinct()
        .sorted()
        .map(at -> order[at])
        .toArray();
  }
}
