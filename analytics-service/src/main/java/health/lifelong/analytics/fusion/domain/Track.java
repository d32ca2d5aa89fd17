package health.lifelong.analytics.fusion.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One signal over time, oldest first.
 *
 * @param subject item code, or name of a signal
 * @param beyondChance whether the last value differs from the first by more than one person varies;
 *     null where nobody has measured how much one person varies, and then only the direction is
 *     said
 */
public record Track(String subject, List<Point> points, @Nullable Boolean beyondChance) {

  public Track {
    points = points.stream().sorted(Comparator.comparing(Point::date)).toList();
  }

  /** A value of one day. */
  public record Point(LocalDate date, double value) {}
}
