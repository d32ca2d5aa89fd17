package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.trajectory.algorithm.Trajectories;
import health.lifelong.analytics.trajectory.domain.Arrival;
import health.lifelong.analytics.trajectory.domain.Trajectory;
import health.lifelong.analytics.trajectory.domain.TrajectoryOutcome;
import java.math.BigDecimal;
import java.util.Optional;

/** Where an item is heading, or why that is not said; a date only towards a decision limit. */
final class TrajectoryFacts {
  private TrajectoryFacts() {}

  static Facts of(SetPointReport report, Optional<Interval> decisionLimit) {
    return switch (Trajectories.of(report)) {
      case TrajectoryOutcome.NoTrajectory(TrajectoryOutcome.Reason reason) ->
          Facts.of().text("refused", reason.name()).build();
      case Trajectory line -> line(line, decisionLimit);
    };
  }

  private static Facts line(Trajectory line, Optional<Interval> decisionLimit) {
    Facts.Builder facts =
        Facts.of()
            .text(
                "unit",
                switch (line.scale()) {
                  case LINEAR -> "item";
                  case LOG -> "%";
                })
            .number("change_per_year", line.likelyChangePerYear())
            .number("change_per_year_low", line.changePerYear().low())
            .number("change_per_year_high", line.changePerYear().high())
            .text("from", line.first().toString())
            .text("to", line.last().toString())
            .number("visits", line.visits());
    decisionLimit
        .flatMap(limit -> Optional.ofNullable(line.slope() > 0 ? limit.upper() : limit.lower()))
        .filter(bound -> bound.signum() > 0)
        .ifPresent(bound -> facts.group("decision_limit", arrival(line, bound)));
    return facts.build();
  }

  private static Facts arrival(Trajectory line, BigDecimal limit) {
    Facts.Builder facts = Facts.of().number("value", limit.doubleValue());
    return switch (Trajectories.arrival(line, limit.doubleValue())) {
      case Arrival.On on ->
          facts
              .text("date", on.date().toString())
              .text("earliest", on.earliest().toString())
              .text("latest", on.latest().toString())
              .build();
      case Arrival.NoDate(Arrival.Reason reason) -> facts.text("refused", reason.name()).build();
    };
  }
}
