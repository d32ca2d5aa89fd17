package health.lifelong.profile.erasure.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What a country's law keeps when a person is erased.
 *
 * @param years by short code of the category; what is not named is not kept
 */
public record Retention(Map<String, Integer> years) {
  public Retention {
    years = Map.copyOf(years);
    if (years.values().stream().anyMatch(year -> year < 1 || year > 200)) {
      throw new IllegalArgumentException("retention.csv: years are 1 to 200");
    }
  }

  /** Until when each kept category is locked, where the person is erased on a day. */
  public Map<String, LocalDate> lockedUntil(LocalDate erased) {
    Map<String, LocalDate> until = new HashMap<>();
    years.forEach((category, number) -> until.put(category, erased.plusYears(number)));
    return until;
  }
}
