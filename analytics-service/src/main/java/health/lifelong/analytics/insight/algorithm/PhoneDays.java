package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.record.domain.LifestyleDay;
import health.lifelong.analytics.record.domain.PersonRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the phone's days of one signal say over a few weeks. Days without a value are no zeros. */
final class PhoneDays {
  /** The window: four weeks. */
  private static final int WINDOW_DAYS = 28;

  /** Fewer days than this say nothing about what is typical. */
  private static final int FEWEST_DAYS = 7;

  /** By signal, in order of days. */
  private final Map<String, List<LifestyleDay>> bySignal;

  private PhoneDays(Map<String, List<LifestyleDay>> bySignal) {
    this.bySignal = bySignal;
  }

  /** The days of a record, sorted once. */
  static PhoneDays of(PersonRecord record) {
    Map<String, List<LifestyleDay>> bySignal = new HashMap<>();
    for (LifestyleDay day : record.lifestyleDays()) {
      bySignal.computeIfAbsent(day.signal(), signal -> new ArrayList<>()).add(day);
    }
    bySignal.values().forEach(days -> days.sort(Comparator.comparing(LifestyleDay::day)));
    return new PhoneDays(bySignal);
  }

  /**
   * A signal over a window.
   *
   * @param mean mean of the days that have a value
   * @param median median of them
   * @param days how many they are
   */
  record Typical(
      double mean, double median, int days, LocalDate lastDay, String unit, String source) {}

  Optional<LocalDate> lastDay(String signal) {
    List<LifestyleDay> days = bySignal.getOrDefault(signal, List.of());
    return days.isEmpty() ? Optional.empty() : Optional.of(days.getLast().day());
  }

  /** The four weeks that end with a day. */
  Optional<Typical> weeksUpTo(String signal, LocalDate last) {
    return between(signal, last.minusDays(WINDOW_DAYS - 1L), last);
  }

  /** The two weeks before and after a day. */
  Optional<Typical> weeksAround(String signal, LocalDate day) {
    return between(signal, day.minusDays(WINDOW_DAYS / 2), day.plusDays(WINDOW_DAYS / 2));
  }

  private Optional<Typical> between(String signal, LocalDate from, LocalDate to) {
    List<LifestyleDay> all = bySignal.getOrDefault(signal, List.of());
    List<LifestyleDay> days =
        all.subList(firstNotBefore(all, from), firstNotBefore(all, to.plusDays(1)));
    if (days.size() < FEWEST_DAYS) {
      return Optional.empty();
    }
    double[] values =
        days.stream().mapToDouble(day -> day.value().doubleValue()).sorted().toArray();
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double median =
        values.length % 2 == 1
            ? values[values.length / 2]
            : (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
    LifestyleDay last = days.getLast();
    return Optional.of(
        new Typical(
            sum / values.length, median, values.length, last.day(), last.unit(), last.source()));
  }

  /** Place of the first day that is not before another, by halving. */
  private static int firstNotBefore(List<LifestyleDay> days, LocalDate day) {
    int low = 0;
    int high = days.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days.get(middle).day().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
