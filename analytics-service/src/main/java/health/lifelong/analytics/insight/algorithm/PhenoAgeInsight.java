package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.aging.algorithm.PhenoAge;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** PhenoAge, for the clinician: no body age is ever shown to a person (wording rules, R11). */
final class PhenoAgeInsight extends FormulaInsight {
  private static final Line AGE = new Line("phenoage", List.of("phenoage_ln_crp"));

  PhenoAgeInsight() {
    super(new PhenoAge());
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(AGE);
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    double value = computed.number("phenoage_ln_crp").orElseThrow();
    double age = inputs.number("age_years");
    Map<String, String> places =
        Map.of(
            "value", String.format(Locale.ROOT, "%.1f", value),
            "age", String.format(Locale.ROOT, "%.0f", age));
    return draft
        .limit(Message.LIMIT_OTHER_POPULATION)
        .forClinician()
        .result(
            context.texts().say(Message.CLINICIAN_PHENOAGE, places),
            Facts.of().number("phenoage", value).number("age", age).build());
  }
}
