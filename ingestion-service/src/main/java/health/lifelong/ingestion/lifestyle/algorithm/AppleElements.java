package health.lifelong.ingestion.lifestyle.algorithm;

import health.lifelong.ingestion.lifestyle.domain.ExportLimits;
import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.lifestyle.domain.Signal;
import health.lifelong.ingestion.record.domain.FileRefusedException;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Takes the elements of an Apple Health export one by one and makes days of them at the end. Holds
 * 24 bytes a sample of a known signal and nothing of the rest.
 */
public final class AppleElements {
  private static final int KEPT_REJECTIONS = 1_000;
  private static final int LONGEST = 24 * 3_600;

  private final ExportLimits limits;
  private final ZoneId zone;
  private final Sources sources;
  private final AppleUnits units = new AppleUnits();
  private final Map<Signal, Samples> samples = new EnumMap<>(Signal.class);
  private final ActivitySummaries summaries = new ActivitySummaries();
  private final List<Rejected> rejected = new ArrayList<>();
  private long rejectedRecords;
  private long observations;
  private long unmapped;
  private long workouts;
  private int kept;

  /** {@code zone} is taken for a time without an offset, and the day is marked so. */
  public AppleElements(ExportLimits limits, ZoneId zone) {
    this.limits = limits;
    this.zone = zone;
    this.sources = new Sources(limits.sources());
  }

  /** The attributes of an element. */
  @FunctionalInterface
  public interface Attributes {
    /** The value of an attribute, or null where the element has none of this name. */
    @Nullable String get(String name);
  }

  /**
   * A Record element that stands alone; {@code manual} where its metadata say that it was typed in.
   */
  public void record(Attributes element, boolean manual) throws FileRefusedException {
    observations++;
    String place = "/HealthData/Record[" + observations + "]";
    String type = element.get("type");
    if (type == null || type.isBlank()) {
      reject(place, Reason.FIELD_MISSING, "no type");
      return;
    }
    Optional<Signal> signal = AppleTypes.signal(type);
    if (signal.isEmpty()) {
      unmapped++;
      return;
    }
    String value = element.get("value");
    String unit = element.get("unit");
    AppleUnits.Reading reading =
        AppleTypes.isSleep(type)
            ? AppleTypes.stage(value)
            : units.read(signal.get(), value, unit == null ? "" : unit);
    switch (reading) {
      case AppleUnits.Reading.Number number ->
          add(signal.get(), element, manual, number.value(), place);
      case AppleUnits.Reading.UnitUnknown unknown -> unmapped++;
      case AppleUnits.Reading.NoNumber none ->
          reject(place, Reason.VALUE_INVALID, "no value of this type");
    }
  }

  /** A Workout element. */
  public void workout(Attributes element) throws FileRefusedException {
    workouts++;
    add(
        Signal.WORKOUT_MINUTES,
        element,
        false,
        Double.NaN,
        "/HealthData/Workout[" + workouts + "]");
  }

  /** An ActivitySummary element: the day as the vendor summed it. */
  public void activitySummary(Attributes element) {
    summaries
        .add(element, units)
        .ifPresent(
            detail ->
                reject(
                    "/HealthData/ActivitySummary[" + summaries.count() + "]",
                    Reason.VALUE_INVALID,
                    detail));
  }

  private void add(Signal signal, Attributes element, boolean manual, double value, String place)
      throws FileRefusedException {
    Optional<AppleTime> start = time(element, "startDate");
    Optional<AppleTime> end = time(element, "endDate");
    if (start.isEmpty() || end.isEmpty()) {
      reject(place, Reason.VALUE_INVALID, "no start and end that are times");
      return;
    }
    int length = end.get().seconds() - start.get().seconds();
    if (length < 0 || length > LONGEST) {
      reject(place, Reason.VALUE_INVALID, "ends before it starts, or lasts longer than a day");
      return;
    }
    String name = element.get("sourceName");
    String device = element.get("device");
    OptionalInt source =
        sources.number(name == null ? "" : name, device == null ? "" : device, manual);
    if (source.isEmpty()) {
      reject(place, Reason.TOO_LARGE, "more than " + limits.sources() + " sources");
      return;
    }
    if (++kept > limits.samples()) {
      throw new FileRefusedException(
          Reason.TOO_LARGE, place, "more than " + limits.samples() + " samples");
    }
    int created = time(element, "creationDate").map(AppleTime::seconds).orElse(Integer.MIN_VALUE);
    double amount = Double.isNaN(value) ? length / 60.0 : value;
    samples
        .computeIfAbsent(signal, _ -> new Samples())
        .add(start.get(), length, created, amount, source.getAsInt());
  }

  private Optional<AppleTime> time(Attributes element, String name) {
    String text = element.get(name);
    return text == null ? Optional.empty() : AppleTime.parse(text, zone);
  }

  private void reject(String place, Reason reason, String detail) {
    rejectedRecords++;
    if (rejected.size() < KEPT_REJECTIONS) {
      long index = observations + workouts + summaries.count() - 1;
      rejected.add(new Rejected((int) Math.min(index, Integer.MAX_VALUE), place, reason, detail));
    }
  }

  /** What was read so far; {@code partial} where the export broke off here. */
  public LifestyleReading finish(boolean partial) {
    List<LifestyleDay> days = new ArrayList<>();
    samples.forEach(
        (signal, of) ->
            days.addAll(
                switch (signal.kind()) {
                  case CUMULATIVE -> CumulativeDays.of(signal, of, sources);
                  case INSTANT -> InstantDays.of(signal, of, sources);
                  case SLEEP -> SleepDays.of(of, sources);
                }));
    days.addAll(summaries.daysWithout(days));
    days.sort(
        Comparator.comparing(LifestyleDay::day)
            .thenComparing(LifestyleDay::signal)
            .thenComparing(LifestyleDay::statistic));
    return new LifestyleReading(
        observations + workouts + summaries.count(),
        observations,
        unmapped,
        workouts,
        summaries.count(),
        rejectedRecords,
        rejected,
        days,
        partial);
  }
}
