package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.kidney.algorithm.KidneyFailureRisk;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The kidney failure risk equation, for the clinician; the pack says which baseline holds. */
final class KidneyFailureInsight extends FormulaInsight {
  private static final String NORTH_AMERICAN = "north_american";
  private static final Line FOUR = new Line("kidney_failure", List.of("4var_2y", "4var_5y"));

  private final KidneyFailureRisk model;

  KidneyFailureInsight() {
    this(new KidneyFailureRisk());
  }

  private KidneyFailureInsight(KidneyFailureRisk model) {
    super(model);
    this.model = model;
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(FOUR);
  }

  @Override
  List<ModelInput> declared(InsightContext context, Line line) {
    return super.declared(context, line).stream()
        .filter(input -> !input.name().equals(NORTH_AMERICAN))
        .toList();
  }

  @Override
  ModelResult serve(InsightContext context, Line line, Inputs inputs) {
    boolean northAmerican =
        context.pack().required("kidney.north_american").compareTo(BigDecimal.ZERO) != 0;
    return Serving.serve(
        model,
        line.outputs(),
        inputs.toBuilder().flag(NORTH_AMERICAN, northAmerican).build(),
        context.situation());
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    double two = computed.number("4var_2y").orElseThrow();
    double five = computed.number("4var_5y").orElseThrow();
    return draft
        .limit(Message.LIMIT_OTHER_POPULATION)
        .forClinician()
        .result(
            context
                .texts()
                .say(
                    Message.CLINICIAN_KFRE,
                    Map.of("two", Percent.of(two), "five", Percent.of(five))),
            Facts.of().number("kfre_2y", two).number("kfre_5y", five).build());
  }
}
