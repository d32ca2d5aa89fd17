package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.Variation;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Expectation;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of one line of comparable visits, and the level at its end.
 *
 * @param setPoint null without a prior
 * @param lastAgainstEarlier null below three visits
 */
record LineReading(
    List<VisitVerdict> verdicts,
    @Nullable SetPoint setPoint,
    @Nullable VisitVerdict lastAgainstEarlier) {

  /**
   * Reads a line.
   *
   * @param visits oldest first, at least one
   */
  static LineReading of(List<Visit> visits, Variation variation, @Nullable Prior prior) {
    List<@Nullable Expectation> expectations = new ArrayList<>();
    @Nullable Baseline baseline = prior == null ? null : Baseline.before(prior);
    for (Visit visit : visits) {
      expectations.add(baseline == null ? null : baseline.expectation(visit));
      baseline = baseline == null ? null : baseline.after(visit);
    }
    List<Integer> leftOut = baseline == null ? List.of() : baseline.leftOut();
    double up = ReferenceChange.up(variation, ReferenceChange.Z95);
    double down = ReferenceChange.down(variation, ReferenceChange.Z95);
    List<VisitVerdict> verdicts = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      @Nullable Visit before = i == 0 ? null : visits.get(i - 1);
      Double change = before == null ? null : ReferenceChange.change(before.value(), visit.value());
      verdicts.add(
          new VisitVerdict(
              visit.date(),
              visit.value(),
              before == null ? null : ChronoUnit.DAYS.between(before.date(), visit.date()),
              change,
              up,
              down,
              change == null ? Verdict.FIRST : compare(change, up, down),
              expectations.get(i),
              baseline != null && !leftOut.contains(i)));
    }
    return new LineReading(
        verdicts,
        baseline == null ? null : baseline.setPoint(),
        lastAgainstEarlier(visits, variation));
  }

  private static @Nullable VisitVerdict lastAgainstEarlier(
      List<Visit> visits, Variation variation) {
    int earlier = visits.size() - 1;
    if (earlier < 2) {
      return null;
    }
    double sum = 0;
    for (Visit visit : visits.subList(0, earlier)) {
      sum += visit.value();
    }
    Visit last = visits.getLast();
    double change = ReferenceChange.change(sum / earlier, last.value());
    double up = ReferenceChange.against(variation, ReferenceChange.Z95, earlier);
    double down = ReferenceChange.against(variation, -ReferenceChange.Z95, earlier);
    long days = ChronoUnit.DAYS.between(visits.getFirst().date(), last.date());
    return new VisitVerdict(
        last.date(), last.value(), days, change, up, down, compare(change, up, down), null, false);
  }

  private static Verdict compare(double change, double up, double down) {
    if (change > up) {
      return Verdict.RISE;
    }
    return change < down ? Verdict.FALL : Verdict.STABLE;
  }
}
