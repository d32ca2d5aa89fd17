package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.algorithm.History;
import health.lifelong.analytics.history.domain.Latest;
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
import java.util.TreeMap;

/**
 * When each item was last tested, and how that result stands. A result that waits for a clinician
 * counts as done, and nothing is said of it; a value that is not confirmed, or was not taken, does
 * not count. Of a visit that is kept out of the baseline nothing is said either.
 */
final class TestedResults {
  private final InsightContext context;
  private final Levels levels;
  private final Map<String, Boolean> outside = new HashMap<>();

  private record Newest(Visit visit, Observation observation, LocalDate date) {}

  private TestedResults(InsightContext context) {
    this.context = context;
    this.levels = new Levels(context);
  }

  /** One for each item that was tested up to the day of the report, by item code. */
  static List<Tested> of(InsightContext context) {
    TestedResults results = new TestedResults(context);
    Map<String, Newest> newest = new HashMap<>();
    for (Visit visit : context.history().datedVisits()) {
      for (Observation observation : visit.observations()) {
        results.add(newest, visit, observation);
      }
    }
    List<Tested> tested = new ArrayList<>();
    new TreeMap<>(newest)
        .forEach(
            (item, found) ->
                tested.add(new Tested(item, found.date(), results.level(item, found))));
    return tested;
  }

  private void add(Map<String, Newest> newest, Visit visit, Observation observation) {
    String item = observation.itemCode();
    LocalDate date = observation.date() == null ? visit.date() : observation.date();
    boolean done =
        observation.status() != Status.WITHDRAWN
            && observation.status() != Status.PRELIMINARY
            && !observation.implausible()
            && !(observation.value() instanceof Value.Absent);
    if (item == null || date == null || !done || date.isAfter(context.asOf())) {
      return;
    }
    Newest before = newest.get(item);
    if (before == null || later(before, date, observation)) {
      newest.put(item, new Newest(visit, observation, date));
    }
  }

  /** Of one day a held result comes first, and the source decides the rest: the order is fixed. */
  private static boolean later(Newest before, LocalDate date, Observation observation) {
    if (!date.equals(before.date())) {
      return date.isAfter(before.date());
    }
    if (observation.held() != before.observation().held()) {
      return observation.held();
    }
    return observation.sourceKey().compareTo(before.observation().sourceKey()) > 0;
  }

  private Level level(String item, Newest found) {
    if (found.observation().held() || isOutside(found.visit())) {
      return Level.DONE;
    }
    if (context.history().latest(item, found.date(), 0) instanceof Latest.Found(Reading reading)) {
      return levels.of(item, reading.value());
    }
    if (context.pack().screening().ruleCode(item).isEmpty()) {
      return Level.DONE;
    }
    return context
        .history()
        .codeAt(found.visit(), item)
        .map(History.Dated::code)
        .filter(code -> code.matches("\\d{1,2}"))
        .map(code -> levels.of(item, Double.parseDouble(code)))
        .orElse(Level.DONE);
  }

  private boolean isOutside(Visit visit) {
    return outside.computeIfAbsent(visit.id(), id -> context.history().stateOf(visit) != null);
  }
}
