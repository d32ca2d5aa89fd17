package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.aging.algorithm.KlemeraDoubal;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Klemera-Doubal with a published set of markers, for the clinician. */
final class BodyAgeInsight extends FormulaInsight {
  /** NHANES: the twelve-marker set tells nothing beyond age (docs/POPULATION.md). */
  private static final String SET = "levine2013";

  private static final Line AGE = new Line("kdm_age", List.of("kdm_age"));

  private final KlemeraDoubal model;

  BodyAgeInsight() {
    this(new KlemeraDoubal());
  }

  private BodyAgeInsight(KlemeraDoubal model) {
    super(model);
    this.model = model;
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(AGE);
  }

  @Override
  List<ModelInput> declared(InsightContext context, Line line) {
    Set<String> columns = KlemeraDoubal.columns(SET);
    return card().inputs().stream().filter(input -> columns.contains(input.name())).toList();
  }

  @Override
  ModelResult serve(InsightContext context, Line line, Inputs inputs) {
    return Serving.serve(
        model,
        line.outputs(),
        inputs.toBuilder().text("parameter_set", SET).build(),
        context.situation());
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    double value = computed.number("kdm_age").orElseThrow();
    double age = inputs.number("age_years");
    Map<String, String> places =
        Map.of(
            "value", String.format(Locale.ROOT, "%.1f", value),
            "age", String.format(Locale.ROOT, "%.0f", age));
    return draft
        .limit(Message.LIMIT_OTHER_POPULATION)
        .forClinician()
        .result(
            context.texts().say(Message.CLINICIAN_KDM, places),
            Facts.of().number("kdm_age", value).number("age", age).text("set", SET).build());
  }
}
