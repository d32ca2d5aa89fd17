package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.metabolic.algorithm.MetabolicSyndrome;
import health.lifelong.analytics.metabolic.domain.MetabolicInputs;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;

/** Metabolic syndrome with the waist limits of the pack. */
final class MetabolicInsight extends FormulaInsight {
  private static final Line SYNDROME =
      new Line("metabolic_syndrome", List.of("metabolic_syndrome"));

  private final MetabolicSyndrome model;
  private final WaistLimits waist;

  MetabolicInsight(WaistLimits waist) {
    this(new MetabolicSyndrome(waist), waist);
  }

  private MetabolicInsight(MetabolicSyndrome model, WaistLimits waist) {
    super(model);
    this.model = model;
    this.waist = waist;
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(SYNDROME);
  }

  @Override
  List<ModelInput> declared(InsightContext context, Line line) {
    return card().inputs();
  }

  @Override
  ModelResult serve(InsightContext context, Line line, Inputs inputs) {
    return model.serve(inputs(context, inputs), context.situation());
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    boolean present = computed.flag("metabolic_syndrome").orElseThrow();
    Facts.Builder facts = Facts.of();
    computed
        .values()
        .forEach(
            (name, value) -> {
              switch (value) {
                case OutputValue.Flag(boolean flag) -> facts.flag(name, flag);
                case OutputValue.Numeric(double number) -> facts.number(name, number);
                case OutputValue.Text(String text) -> facts.text(name, text);
              }
            });
    return draft
        .source(waist.source())
        .place(present ? Place.MATTERS : Place.STABLE)
        .result(
            context.texts().say(present ? Message.METABOLIC_YES : Message.METABOLIC_NO),
            facts.build());
  }

  private static MetabolicInputs inputs(InsightContext context, Inputs in) {
    return new MetabolicInputs(
        context.sex(),
        in.maybeNumber("waist_cm").orElse(null),
        in.maybeNumber("triglyceride_mg_dl").orElse(null),
        in.maybeNumber("hdl_c_mg_dl").orElse(null),
        in.maybeNumber("sbp_mmhg").orElse(null),
        in.maybeNumber("dbp_mmhg").orElse(null),
        in.maybeNumber("fasting_glucose_mg_dl").orElse(null),
        in.maybeFlag("drug_for_high_tg").orElse(null),
        in.maybeFlag("drug_for_low_hdl").orElse(null),
        in.maybeFlag("drug_for_bp").orElse(null),
        in.maybeFlag("drug_for_glucose").orElse(null));
  }
}
