package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Origin;
import health.lifelong.analytics.setpoint.domain.SeriesBreak;
import health.lifelong.analytics.setpoint.domain.SeriesBreak.Cause;
import health.lifelong.analytics.setpoint.domain.StreamBreak;
import health.lifelong.analytics.setpoint.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Visits that may be compared with each other.
 *
 * @param opening the break that this line follows; null at the first
 * @param visits at least one, oldest first
 * @param unit the unit that its visits declare; empty where none does
 */
record SeriesLine(@Nullable SeriesBreak opening, List<Visit> visits, String unit) {
  SeriesLine {
    visits = List.copyOf(visits);
  }

  /**
   * Parts a series where unit, method, centre or analyser change, and where the stream of the
   * centre broke. A visit that declares nothing continues the line.
   *
   * @param ordered oldest first
   */
  static List<SeriesLine> split(String item, List<Visit> ordered, List<StreamBreak> found) {
    List<SeriesLine> lines = new ArrayList<>();
    List<Visit> line = new ArrayList<>();
    Origin origin = Origin.UNDECLARED;
    @Nullable SeriesBreak opening = null;
    for (Visit visit : ordered) {
      if (!line.isEmpty()) {
        LocalDate before = line.getLast().date();
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        causes.addAll(origin.differences(visit.origin()));
        String centre = origin.then(visit.origin()).centre();
        if (found.stream().anyMatch(b -> b.parts(item, centre, before, visit.date()))) {
          causes.add(Cause.FOUND_IN_STREAM);
        }
        if (!causes.isEmpty()) {
          lines.add(new SeriesLine(opening, line, origin.unit()));
          opening = new SeriesBreak(visit.date(), causes);
          line = new ArrayList<>();
        }
      }
      // What one centre declared says nothing of how another measures.
      boolean moved = line.isEmpty() && opening != null && opening.causes().contains(Cause.CENTRE);
      origin = moved ? visit.origin() : origin.then(visit.origin());
      line.add(visit);
    }
    if (!line.isEmpty()) {
      lines.add(new SeriesLine(opening, line, origin.unit()));
    }
    return lines;
  }
}
