package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.record.domain.LifestyleDay;
import health.lifelong.analytics.record.domain.PersonRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the phone's days of one signal say over a few weeks. Days without a value are no zeros. */
final class PhoneDays {
  /** The window: four weeks. */
  private static final int WINDOW_DAYS = 28;

  /** Fewer days than this say nothing about what is typical. */
  private static final int FEWEST_DAYS = 7;

  private PhoneDays() {}

  /**
   * A signal over a window.
   *
   * @param mean mean of the days that have a value
   * @param median median of them
   * @param days how many they are
   */
  record Typical(
      double mean, double median, int days, LocalDate lastDay, String unit, String source) {}

  static Optional<LocalDate> lastDay(PersonRecord record, String signal) {
    return record.lifestyleDays().stream()
        .filter(day -> day.signal().equals(signal))
        .map(LifestyleDay::day)
        .max(LocalDate::compareTo);
  }

  /** The four weeks that end with a day. */
  static Optional<Typical> weeksUpTo(PersonRecord record, String signal, LocalDate last) {
    return between(record, signal, last.minusDays(WINDOW_DAYS - 1L), last);
  }

  /** The two weeks before and after a day. */
  static Optional<Typical> weeksAround(PersonRecord record, String signal, LocalDate day) {
    return between(record, signal, day.minusDays(WINDOW_DAYS / 2), day.plusDays(WINDOW_DAYS / 2));
  }

  private static Optional<Typical> between(
      PersonRecord record, String signal, LocalDate from, LocalDate to) {
    List<LifestyleDay> days =
        record.lifestyleDays().stream()
            .filter(day -> day.signal().equals(signal))
            .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(to))
            .sorted(Comparator.comparing(LifestyleDay::day))
            .toList();
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
}
