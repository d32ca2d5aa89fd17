package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as centres write them: {@code 2024-03-05}, {@code 2024.3.5.}, {@code 20240305}, {@code
 * 2024년 3월 5일}, with a time of day or without; {@code 24/03/05} where the contract takes two-digit
 * years (ingestion-formats section 5.1).
 */
final class DateText {
  private static final Pattern PARTS =
      Pattern.compile(
          "([0-9]{4}|[0-9]{2})\\s*([-./년])\\s*([0-9]{1,2})\\s*[-./월]\\s*([0-9]{1,2})\\s*[.일]?");
  private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
  private static final Pattern CLOCK =
      Pattern.compile("(.*[0-9일.])[ T]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,6})?)?");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?:\\.0+|\\s*년)?");

  /** No date is longer, and the patterns must not walk over a cell of a megabyte. */
  private static final int LONGEST = 40;

  private DateText() {}

  /** A day of the calendar, the time of day left out; empty where the text is none. */
  static Optional<LocalDate> day(String raw, @Nullable LocalDate newest, boolean twoDigitYears) {
    String text = plain(raw);
    Matcher clock = CLOCK.matcher(text);
    Matcher parts = PARTS.matcher(clock.matches() ? clock.group(1).strip() : text);
    try {
      if (parts.matches()) {
        int month = Integer.parseInt(parts.group(3));
        int day = Integer.parseInt(parts.group(4));
        String year = parts.group(1);
        if (year.length() == 4) {
          return Optional.of(LocalDate.of(Integer.parseInt(year), month, day));
        }
        return twoDigitYears
            ? Optional.of(inCentury(Integer.parseInt(year), month, day, newest))
            : Optional.empty();
      }
      Matcher compact = COMPACT.matcher(clock.matches() ? clock.group(1).strip() : text);
      return compact.matches()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(compact.group(1)),
                  Integer.parseInt(compact.group(2)),
                  Integer.parseInt(compact.group(3))))
          : Optional.empty();
    } catch (DateTimeException notInCalendar) {
      return Optional.empty();
    }
  }

  /** This century, or the last one where the day would lie after {@code newest}. */
  private static LocalDate inCentury(int year, int month, int day, @Nullable LocalDate newest) {
    LocalDate inThis = LocalDate.of(2000 + year, month, day);
    return newest != null && inThis.isAfter(newest)
        ? LocalDate.of(1900 + year, month, day)
        : inThis;
  }

  /** The time of an examination in the centre's zone, as precise as it was written. */
  static Optional<EffectiveTime> time(String raw, ZoneId zone, boolean twoDigitYears) {
    Optional<LocalDate> day = day(raw, null, twoDigitYears);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    Matcher clock = CLOCK.matcher(plain(raw));
    if (!clock.matches()) {
      return Optional.of(at(day.get().atStartOfDay(), zone, Precision.DAY));
    }
    try {
      String seconds = clock.group(4);
      LocalDateTime moment =
          day.get()
              .atTime(
                  Integer.parseInt(clock.group(2)),
                  Integer.parseInt(clock.group(3)),
                  seconds == null ? 0 : Integer.parseInt(seconds));
      return Optional.of(at(moment, zone, seconds == null ? Precision.MINUTE : Precision.SECOND));
    } catch (DateTimeException notOnClock) {
      return Optional.empty();
    }
  }

  /** A whole year in the centre's zone; empty where the text is no year. */
  static Optional<EffectiveTime> year(String raw, ZoneId zone) {
    Matcher year = YEAR.matcher(plain(raw));
    return year.matches()
        ? Optional.of(
            at(
                LocalDate.of(Integer.parseInt(year.group(1)), 1, 1).atStartOfDay(),
                zone,
                Precision.YEAR))
        : Optional.empty();
  }

  private static EffectiveTime at(LocalDateTime moment, ZoneId zone, Precision precision) {
    ZoneOffset offset = zone.getRules().getOffset(moment);
    return new EffectiveTime(
        moment.toInstant(offset), null, offset.getTotalSeconds() / 60, true, precision);
  }

  private static String plain(String raw) {
    return raw.length() > LONGEST ? "" : Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
  }
}
