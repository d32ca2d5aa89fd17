package health.lifelong.profile.identity.algorithm;

import health.lifelong.profile.identity.domain.Agreement.BirthLevel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares birth dates the way they are mistyped. */
public final class BirthDates {
  private static final int DAY_PRECISION = 10;

  private BirthDates() {}

  /** How two birth dates, each an ISO date, year-month or year, stand to each other. */
  public static BirthLevel compare(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return BirthLevel.MISSING;
    }
    if (one.equals(other)) {
      return one.length() == DAY_PRECISION ? BirthLevel.EXACT : BirthLevel.PARTIAL;
    }
    if (one.length() != DAY_PRECISION || other.length() != DAY_PRECISION) {
      boolean consistent = one.startsWith(other) || other.startsWith(one);
      return consistent ? BirthLevel.PARTIAL : BirthLevel.DIFFERENT;
    }
    if (swapped(one).filter(other::equals).isPresent()) {
      return BirthLevel.SWAPPED;
    }
    return Jamo.edits(digits(one), digits(other)) == 1 ? BirthLevel.DIGIT : BirthLevel.DIFFERENT;
  }

  /** The date with day and month changed, where that is a date and another one. */
  public static Optional<String> swapped(String date) {
    if (date.length() != DAY_PRECISION) {
      return Optional.empty();
    }
    try {
      LocalDate sent = LocalDate.parse(date);
      LocalDate swapped = LocalDate.of(sent.getYear(), sent.getDayOfMonth(), sent.getMonthValue());
      return swapped.equals(sent) ? Optional.empty() : Optional.of(swapped.toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static char[] digits(String date) {
    return date.replace("-", "").toCharArray();
  }
}
