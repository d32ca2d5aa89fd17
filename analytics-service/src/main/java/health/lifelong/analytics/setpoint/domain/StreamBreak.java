package health.lifelong.analytics.setpoint.domain;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A shift that one centre's values of one item show without a declaration.
 *
 * @param date the first day after it
 */
public record StreamBreak(String centre, String item, LocalDate date) {
  /** Brings the centre's name to the form of {@link Origin}. */
  public StreamBreak {
    centre = centre.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it lies between two visits in a row, the later one measured at {@code centre}. */
  public boolean parts(String ofItem, String atCentre, LocalDate earlier, LocalDate later) {
    return item.equals(ofItem)
        && centre.equals(atCentre)
        && earlier.isBefore(date)
        && !later.isBefore(date);
  }
}
