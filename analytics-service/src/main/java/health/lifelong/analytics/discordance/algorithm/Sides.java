package health.lifelong.analytics.discordance.algorithm;

import health.lifelong.analytics.discordance.domain.Discordance;
import health.lifelong.analytics.discordance.domain.Discordance.Kind;
import health.lifelong.analytics.discordance.domain.Limits;
import health.lifelong.analytics.discordance.domain.Side;
import health.lifelong.analytics.discordance.domain.Side.Source;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.record.domain.Value.Comparator;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Small words of the rules: sides, pairs, and whether two days speak of the same time. */
final class Sides {
  private Sides() {}

  static Side measured(Reading reading) {
    return new Side(
        Source.MEASURED, reading.itemCode(), reading.text(), reading.unit(), reading.date());
  }

  static Side told(String subject, String value, LocalDate date) {
    return new Side(Source.TOLD, subject, value, "", date);
  }

  /** The first counts over the second. */
  static Discordance counts(Kind kind, Side first, Side second) {
    return new Discordance(kind, List.of(first, second), true);
  }

  /** Neither counts over the other: it is to be asked or tested again. */
  static Discordance open(Kind kind, Side first, Side second) {
    return new Discordance(kind, List.of(first, second), false);
  }

  static boolean sameTime(LocalDate one, LocalDate other, Limits limits) {
    return Math.abs(ChronoUnit.DAYS.between(one, other)) <= limits.windowDays();
  }

  /** A mere bound such as "&lt; 3" is not compared. */
  static boolean exact(Reading reading) {
    return reading.comparator() == Comparator.EQUAL;
  }
}
