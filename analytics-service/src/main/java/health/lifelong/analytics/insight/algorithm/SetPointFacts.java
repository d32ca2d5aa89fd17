package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Series;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.setpoint.domain.PopulationInterval;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers of a set-point report for a picture: value, own interval, population interval, RCV,
 * series, what was left out.
 */
final class SetPointFacts {
  private SetPointFacts() {}

  static Facts of(Series series, SetPointReport report, Optional<Interval> decisionLimit) {
    VisitVerdict last = report.verdicts().getLast();
    Facts.Builder facts =
        Facts.of()
            .number("value", last.value())
            .text("unit", series.unit())
            .text("date", last.date().toString())
            .number("visits", report.verdicts().size())
            .text("verdict", last.verdict().name())
            .number("rcv_up_pct", last.rcvUpPct())
            .number("rcv_down_pct", last.rcvDownPct());
    if (last.changePct() != null) {
      facts.number("change_pct", last.changePct());
    }
    SetPoint own = report.setPoint();
    if (own != null) {
      facts
          .number("setpoint", own.setpoint())
          .number("sd", own.sd())
          .number("level", own.level())
          .number("interval_low", own.interval().low())
          .number("interval_high", own.interval().high())
          .number("prediction_low", own.prediction().low())
          .number("prediction_high", own.prediction().high());
    }
    PopulationInterval population = report.basis().interval();
    if (population != null) {
      facts
          .number("population_low", population.lower())
          .number("population_high", population.upper());
    }
    facts.text("analytical_variation", report.basis().variation().analytical().name());
    facts
        .text("parameters", report.basis().parameters() + " " + report.basis().version())
        .group("trajectory", TrajectoryFacts.of(report, decisionLimit));
    if (!report.breaks().isEmpty()) {
      facts.groups("breaks", breaks(report));
    }
    return facts.groups("series", series(report)).groups("left_out", leftOut(series)).build();
  }

  private static List<Facts> series(SetPointReport report) {
    List<Facts> points = new ArrayList<>();
    for (VisitVerdict visit : report.verdicts()) {
      Facts.Builder point =
          Facts.of()
              .text("date", visit.date().toString())
              .number("value", visit.value())
              .text("verdict", visit.verdict().name());
      if (visit.changePct() != null) {
        point.number("change_pct", visit.changePct());
      }
      if (visit.expectation() != null) {
        point.text("expectation", visit.expectation().name());
      }
      points.add(point.build());
    }
    return points;
  }

  private static List<Facts> breaks(SetPointReport report) {
    return report.breaks().stream()
        .map(
            one ->
                Facts.of()
                    .text("date", one.date().toString())
                    .texts("causes", one.causes().stream().map(Enum::name).toList())
                    .build())
        .toList();
  }

  private static List<Facts> leftOut(Series series) {
    return series.excluded().stream()
        .map(
            left ->
                Facts.of()
                    .text("date", left.date() == null ? "" : left.date().toString())
                    .text("reason", left.reason().name())
                    .build())
        .toList();
  }
}
