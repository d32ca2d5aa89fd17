package health.lifelong.ingestion.fhir.algorithm;

import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * FHIR dateTime, instant and Period. What carries no offset is taken in the sender's zone and
 * marked so; a date starts at its local midnight. Minutes without seconds are tolerated.
 */
public final class FhirTimes {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
              + "(?:T(\\d{2}):(\\d{2})(?::(\\d{2})(\\.\\d{1,30})?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?");

  private FhirTimes() {}

  /**
   * Reads {@code YYYY}, {@code YYYY-MM}, {@code YYYY-MM-DD} or a time; empty where it is no time of
   * the calendar.
   */
  public static Optional<EffectiveTime> parse(String text, ZoneId zone) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local = local(shape);
      Precision precision = precision(shape);
      String offset = shape.group(8);
      boolean assumed = offset == null;
      ZoneOffset at = assumed ? zone.getRules().getOffset(local) : ZoneOffset.of(offset);
      Instant start = assumed ? local.atZone(zone).toInstant() : local.toInstant(at);
      int minutes = at.getTotalSeconds() / 60;
      return Optional.of(
          new EffectiveTime(
              start.truncatedTo(ChronoUnit.MICROS), null, minutes, assumed, precision));
    } catch (DateTimeException notInCalendar) {
      return Optional.empty();
    }
  }

  /**
   * Reads a Period: its start, and its end where it has one; a period without start is taken at its
   * end.
   */
  public static Optional<EffectiveTime> period(JsonObject period, ZoneId zone) {
    Optional<EffectiveTime> start = parse(period.textOrEmpty("start"), zone);
    Optional<EffectiveTime> end = parse(period.textOrEmpty("end"), zone);
    if (start.isEmpty()) {
      return end;
    }
    EffectiveTime from = start.get();
    Instant until =
        end.map(EffectiveTime::start).filter(it -> !it.isBefore(from.start())).orElse(null);
    return Optional.of(
        new EffectiveTime(
            from.start(), until, from.offsetMinutes(), from.offsetAssumed(), from.precision()));
  }

  /** The day at the place where the thing happened. */
  public static LocalDate localDay(EffectiveTime time) {
    Integer minutes = time.offsetMinutes();
    int seconds = minutes == null ? 0 : minutes * 60;
    return time.start().atOffset(ZoneOffset.ofTotalSeconds(seconds)).toLocalDate();
  }

  private static LocalDateTime local(Matcher shape) {
    LocalDate day =
        LocalDate.of(
            Integer.parseInt(shape.group(1)), number(shape.group(2), 1), number(shape.group(3), 1));
    if (shape.group(4) == null) {
      return day.atStartOfDay();
    }
    // A leap second has no place on our time line; it is kept as the last second before it.
    int sent = number(shape.group(6), 0);
    int second = sent == 60 ? 59 : sent;
    int nanos = shape.group(7) == null ? 0 : nanos(shape.group(7));
    return day.atTime(
        Integer.parseInt(shape.group(4)), Integer.parseInt(shape.group(5)), second, nanos);
  }

  private static Precision precision(Matcher shape) {
    if (shape.group(2) == null) {
      return Precision.YEAR;
    }
    if (shape.group(3) == null) {
      return Precision.MONTH;
    }
    if (shape.group(4) == null) {
      return Precision.DAY;
    }
    return shape.group(6) == null ? Precision.MINUTE : Precision.SECOND;
  }

  private static int number(@Nullable String digits, int missing) {
    return digits == null ? missing : Integer.parseInt(digits);
  }

  private static int nanos(String fraction) {
    String digits = (fraction.substring(1) + "000000000").substring(0, 9);
    return Integer.parseInt(digits);
  }
}
