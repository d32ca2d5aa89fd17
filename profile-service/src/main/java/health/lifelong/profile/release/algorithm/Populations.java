package health.lifelong.profile.release.algorithm;

import health.lifelong.profile.release.domain.Population;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Whose critical limits hold for a person on a day. */
public final class Populations {
  private static final int ADULT_FROM = 18;

  private Populations() {}

  /**
   * The population by completed years, from the middle of the stated period where the day of birth
   * is not known. Without a birth date the adult's limits hold: one call too many does less harm
   * than one too few.
   *
   * @param birthDate ISO date, year-month or year, or null
   */
  public static Population of(@Nullable String birthDate, LocalDate day) {
    LocalDate born = birthDate == null ? null : middle(birthDate);
    boolean child = born != null && ChronoUnit.YEARS.between(born, day) < ADULT_FROM;
    return child ? Population.CHILD : Population.ADULT;
  }

  private static @Nullable LocalDate middle(String birthDate) {
    try {
      return switch (birthDate.length()) {
        case 4 -> middle(Year.parse(birthDate).atDay(1), Year.parse(birthDate).length());
        case 7 ->
            middle(YearMonth.parse(birthDate).atDay(1), YearMonth.parse(birthDate).lengthOfMonth());
        default -> LocalDate.parse(birthDate);
      };
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static LocalDate middle(LocalDate first, int days) {
    return first.plusDays((days - 1) / 2);
  }
}
