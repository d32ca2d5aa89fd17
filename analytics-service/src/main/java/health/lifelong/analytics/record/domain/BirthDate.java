package health.lifelong.analytics.record.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A birth date in the precision it was told in.
 *
 * @param first first day it can be
 * @param last last day it can be; equal to {@code first} where the day is known
 */
public record BirthDate(LocalDate first, LocalDate last) {

  /** Reads {@code 1970-05-12}, {@code 1970-05} or {@code 1970}; null for empty or other text. */
  public static @Nullable BirthDate parse(String text) {
    try {
      return switch (text.length()) {
        case 4 -> {
          Year year = Year.parse(text);
          yield new BirthDate(year.atDay(1), year.atMonth(12).atEndOfMonth());
        }
        case 7 -> {
          YearMonth month = YearMonth.parse(text);
          yield new BirthDate(month.atDay(1), month.atEndOfMonth());
        }
        case 10 -> new BirthDate(LocalDate.parse(text), LocalDate.parse(text));
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** True where the day is known. */
  public boolean exact() {
    return first.equals(last);
  }

  /** Completed years on a day; from the middle of the stated period where the day is not known. */
  public int ageOn(LocalDate day) {
    if (exact()) {
      return (int) ChronoUnit.YEARS.between(first, day);
    }
    LocalDate middle = first.plusDays(ChronoUnit.DAYS.between(first, last) / 2);
    return (int) ChronoUnit.YEARS.between(middle, day);
  }

  /** The fewest completed years the person can have on a day. */
  public int youngestOn(LocalDate day) {
    return (int) ChronoUnit.YEARS.between(last, day);
  }
}
