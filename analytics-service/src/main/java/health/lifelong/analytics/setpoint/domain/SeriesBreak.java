package health.lifelong.analytics.setpoint.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A point in a series across which values are not compared.
 *
 * @param date day of the first visit after it
 * @param causes why, at least one
 */
public record SeriesBreak(LocalDate date, Set<Cause> causes) {
  /** Copies the causes, in the order of their declaration. */
  public SeriesBreak {
    causes = Collections.unmodifiableSet(EnumSet.copyOf(causes));
  }

  /** What changed. */
  public enum Cause {
    UNIT,
    METHOD,
    CENTRE,
    ANALYSER,
    /** Nobody declared it; the stream of the centre's values shows it. */
    FOUND_IN_STREAM
  }
}
