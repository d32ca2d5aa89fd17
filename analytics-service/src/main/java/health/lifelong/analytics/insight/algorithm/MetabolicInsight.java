package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.metabolic.algorithm.MetabolicSyndrome;
import health.lifelong.analytics.metabolic.domain.MetabolicInputs;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.List;
import java.util.Set;

/** Metabolic syndrome with the waist limits of the pack. */
final class MetabolicInsight implements InsightRule {
  private final MetabolicSyndrome model;
  private final WaistLimits waist;

  MetabolicInsight(WaistLimits waist) {
    this.model = new MetabolicSyndrome(waist);
    this.waist = waist;
  }

  @Override
  public ModelCard card() {
    return model.card();
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.CHECKUP);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    Bound bound = ModelInputs.bind(context, served, card().inputs());
    Draft draft =
        new Draft(context, served, card(), "metabolic_syndrome")
            .used(bound.used())
            .missing(bound.missing())
            .source(waist.source())
            .kinds(DataKind.CHECKUP);
    return switch (model.serve(inputs(context, bound.inputs()), context.situation())) {
      case Refused refused when bound.held() -> List.of();
      case Refused refused ->
          List.of(
              draft.refusal(
                  Refusals.reason(refused.reason()), Refusals.wouldHelp(context, refused, bound)));
      case Computed computed -> List.of(said(context, draft, computed, bound));
    };
  }

  private static Insight said(InsightContext context, Draft draft, Computed computed, Bound bound) {
    Refusals.conditions(draft, computed);
    Refusals.weaknesses(draft, bound);
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
