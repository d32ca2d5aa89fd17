package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.algorithm.History;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.plan.domain.Tested;
import health.lifelong.analytics.plan.domain.Tested.Level;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.Observation.Status;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tests were done when. A result that waits for a clinician counts as done, and nothing is
 * said of it; a value that is not confirmed, or was not taken, does not count.
 */
final class TestedResults {
  private final InsightContext context;
  private final Levels levels;
  private final Map<String, Map<String, Reading>> readings = new HashMap<>();

  private TestedResults(InsightContext context) {
    this.context = context;
    this.levels = new Levels(context);
  }

  static List<Tested> of(InsightContext context) {
    TestedResults results = new TestedResults(context);
    List<Tested> tested = new ArrayList<>();
    for (Visit visit : context.history().datedVisits()) {
      for (Observation observation : visit.observations()) {
        results.one(visit, observation).ifPresent(tested::add);
      }
    }
    return tested;
  }

  private Optional<Tested> one(Visit visit, Observation observation) {
    String item = observation.itemCode();
    LocalDate date = observation.date() == null ? visit.date() : observation.date();
    boolean done =
        observation.status() != Status.WITHDRAWN
            && observation.status() != Status.PRELIMINARY
            && !observation.implausible()
            && !(observation.value() instanceof Value.Absent);
    if (item == null || date == null || !done) {
      return Optional.empty();
    }
    return Optional.of(new Tested(item, date, level(visit, observation, item)));
  }

  private Level level(Visit visit, Observation observation, String item) {
    if (observation.held()) {
      return Level.DONE;
    }
    Reading reading = readings.computeIfAbsent(item, this::byVisit).get(visit.id());
    if (reading != null) {
      return levels.of(item, reading.value());
    }
    return context
        .history()
        .codeAt(visit, item)
        .map(History.Dated::code)
        .filter(code -> code.matches("\\d{1,2}"))
        .filter(code -> context.pack().screening().ruleCode(item).isPresent())
        .map(code -> levels.of(item, Double.parseDouble(code)))
        .orElse(Level.DONE);
  }

  private Map<String, Reading> byVisit(String item) {
    Map<String, Reading> found = new HashMap<>();
    context.history().series(item).readings().forEach(r -> found.put(r.visitId(), r));
    return found;
  }
}
