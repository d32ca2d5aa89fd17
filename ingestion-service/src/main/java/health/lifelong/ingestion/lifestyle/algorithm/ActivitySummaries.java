package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.algorithm.AppleElements.Attributes;
import health.lifelong.ingestion.lifestyle.domain.Signal;
import health.lifelong.ingestion.lifestyle.domain.Signal.Statistic;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's own daily sums. They stand in for a day that has no raw samples of the same signal
 * and are dropped where there are some, for a sum of both would count twice (ingestion-formats
 * section 8, rule 1).
 */
final class ActivitySummaries {
  private static final String SOURCE = "Apple activity summary";

  /** Before this Apple had no rings; exports hold empty summaries of 1969. */
  private static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

  private static final LocalDate LAST = LocalDate.of(2066, 1, 1);

  private final Map<Signal, Map<LocalDate, Double>> values = new TreeMap<>();
  private long count;

  long count() {
    return count;
  }

  /** Takes a summary; says what is wrong where it cannot be read. */
  Optional<String> add(Attributes element, AppleUnits units) {
    count++;
    String date = element.get("dateComponents");
    LocalDate day;
    try {
      day = LocalDate.parse(date == null ? "" : date.strip());
    } catch (DateTimeException notADay) {
      return Optional.of("no day of the calendar");
    }
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      return Optional.empty();
    }
    String unit = element.get("activeEnergyBurnedUnit");
    add(Signal.ACTIVE_ENERGY, day, element.get("activeEnergyBurned"), unit, units);
    add(Signal.EXERCISE_MINUTES, day, element.get("appleExerciseTime"), "min", units);
    return Optional.empty();
  }

  private void add(
      Signal signal,
      LocalDate day,
      @Nullable String value,
      @Nullable String unit,
      AppleUnits units) {
    if (units.read(signal, value, unit == null ? "" : unit)
        instanceof AppleUnits.Reading.Number number) {
      // the larger of two summaries of a day is the later one, whatever the order they come in
      values.computeIfAbsent(signal, _ -> new TreeMap<>()).merge(day, number.value(), Math::max);
    }
  }

  /** Days of the signals and dates that {@code measured} does not have. */
  List<LifestyleDay> daysWithout(Collection<LifestyleDay> measured) {
    Set<String> taken = new HashSet<>();
    measured.forEach(day -> taken.add(day.signal() + "|" + day.day()));
    List<LifestyleDay> days = new ArrayList<>();
    values.forEach(
        (signal, byDay) ->
            byDay.forEach(
                (day, value) -> {
                  if (!taken.contains(signal.label() + "|" + day)) {
                    days.add(day(signal, day, value));
                  }
                }));
    return days;
  }

  private static LifestyleDay day(Signal signal, LocalDate day, double value) {
    return new LifestyleDay(
        day,
        signal.label(),
        DayBuilder.decimal(value),
        DayBuilder.unit(signal),
        Statistic.SUM.label(),
        SOURCE,
        List.of(SOURCE),
        1,
        0,
        DayBuilder.VERSION,
        DayBuilder.hash(List.of(DayBuilder.VERSION, signal.label(), day.toString(), "" + value)),
        false);
  }
}
