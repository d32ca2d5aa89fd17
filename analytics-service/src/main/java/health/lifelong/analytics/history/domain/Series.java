package health.lifelong.analytics.history.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item over the years: one value a visit, oldest first, all in one unit.
 *
 * @param excluded what was left out, and why
 */
public record Series(String itemCode, String unit, List<Reading> readings, List<Left> excluded) {

  public Series {
    readings = List.copyOf(readings);
    excluded = List.copyOf(excluded);
  }

  /** A value that was left out. */
  public record Left(@Nullable LocalDate date, String visitId, Exclusion reason) {}
}
