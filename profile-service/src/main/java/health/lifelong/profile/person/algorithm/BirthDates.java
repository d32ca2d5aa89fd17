package health.lifelong.profile.person.algorithm;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/** Reads dates of birth that may be known to the month or the year only. */
public final class BirthDates {
  private BirthDates() {}

  /** The latest day that an ISO date, year-month or year can mean; empty for other words. */
  public static Optional<LocalDate> latest(String birthDate) {
    try {
      return Optional.of(
          switch (birthDate.length()) {
            case 4 -> Year.parse(birthDate).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(birthDate).atEndOfMonth();
            default -> LocalDate.parse(birthDate);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
