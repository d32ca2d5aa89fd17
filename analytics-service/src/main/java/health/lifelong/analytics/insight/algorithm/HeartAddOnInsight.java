package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.cardiovascular.algorithm.PreventAddOn;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;
import java.util.Map;

/** PREVENT with HbA1c and urine albumin, for the clinician, where at least one was measured. */
final class HeartAddOnInsight extends FormulaInsight {
  private static final Line CVD = new Line("cvd_10y", List.of("cvd_10y", "ascvd_10y", "hf_10y"));

  private final PreventAddOn model;

  HeartAddOnInsight() {
    this(new PreventAddOn());
  }

  private HeartAddOnInsight(PreventAddOn model) {
    super(model);
    this.model = model;
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(CVD);
  }

  @Override
  List<ModelInput> declared(InsightContext context, Line line) {
    return card().inputs().stream()
        .filter(input -> !input.name().equals("model") && !input.name().equals("sdi_decile"))
        .toList();
  }

  @Override
  ModelResult serve(InsightContext context, Line line, Inputs inputs) {
    return model.serve(
        HeartRiskInsight.inputs(context, inputs),
        inputs.maybeNumber("hba1c_pct").orElse(null),
        inputs.maybeNumber("uacr_mg_g").orElse(null),
        context.situation());
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    double cvd = computed.number("cvd_10y").orElseThrow();
    double ascvd = computed.number("ascvd_10y").orElseThrow();
    double failure = computed.number("hf_10y").orElseThrow();
    return draft
        .limit(Message.LIMIT_OTHER_POPULATION)
        .forClinician()
        .result(
            context
                .texts()
                .say(
                    Message.CLINICIAN_PREVENT,
                    Map.of(
                        "cvd", Percent.of(cvd),
                        "ascvd", Percent.of(ascvd),
                        "hf", Percent.of(failure))),
            Facts.of()
                .number("cvd_10y", cvd)
                .number("ascvd_10y", ascvd)
                .number("hf_10y", failure)
                .texts("warnings", computed.warnings())
                .build());
  }
}
