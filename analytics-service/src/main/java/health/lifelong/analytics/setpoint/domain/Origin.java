package health.lifelong.analytics.setpoint.domain;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a value came about, as its sender declares it; empty where nothing is declared. Case and
 * surrounding space mean nothing.
 */
public record Origin(String unit, String method, String centre, String analyser) {
  /** Nothing is declared. */
  public static final Origin UNDECLARED = new Origin("", "", "", "");

  /** Brings the names to one form. */
  public Origin {
    unit = unit.strip();
    method = method.strip().toLowerCase(Locale.ROOT);
    centre = centre.strip().toLowerCase(Locale.ROOT);
    analyser = analyser.strip().toLowerCase(Locale.ROOT);
  }

  /** What {@code next} declares otherwise; what either leaves open is no difference. */
  public Set<SeriesBreak.Cause> differences(Origin next) {
    Set<SeriesBreak.Cause> causes = EnumSet.noneOf(SeriesBreak.Cause.class);
    if (differ(unit, next.unit)) {
      causes.add(SeriesBreak.Cause.UNIT);
    }
    if (differ(method, next.method)) {
      causes.add(SeriesBreak.Cause.METHOD);
    }
    if (differ(centre, next.centre)) {
      causes.add(SeriesBreak.Cause.CENTRE);
    }
    if (differ(analyser, next.analyser)) {
      causes.add(SeriesBreak.Cause.ANALYSER);
    }
    return causes;
  }

  /** The newest declaration of each kind after {@code next}. */
  public Origin then(Origin next) {
    return new Origin(
        newer(unit, next.unit),
        newer(method, next.method),
        newer(centre, next.centre),
        newer(analyser, next.analyser));
  }

  private static boolean differ(String before, String after) {
    return !before.isEmpty() && !after.isEmpty() && !before.equals(after);
  }

  private static String newer(String before, String after) {
    return after.isEmpty() ? before : after;
  }
}
