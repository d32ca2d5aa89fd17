package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.vocabulary.genome.Genotypes;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine says of a record on its own last day, and how a test finds one of it. */
final class Said {
  private Said() {}

  static List<Insight> insights(
      InsightEngine engine,
      PersonRecord record,
      @Nullable Genotypes genome,
      String language,
      Viewer viewer) {
    LocalDate asOf = record.latestDay().orElse(LocalDate.EPOCH);
    return engine.report(record, genome, language, asOf, viewer).insights();
  }

  static List<Insight> of(List<Insight> insights, String model) {
    return insights.stream().filter(i -> i.model().equals(model)).toList();
  }

  static Insight one(List<Insight> insights, String model, String subject) {
    return of(insights, model).stream()
        .filter(i -> i.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
