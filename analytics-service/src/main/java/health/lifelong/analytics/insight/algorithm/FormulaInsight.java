package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule of one formula of checkup values: fills the inputs from the record, and says for each of
 * its lines the result, or why there is none. What nobody may be told of yet is left out.
 */
abstract class FormulaInsight implements InsightRule {
  private final Model model;

  FormulaInsight(Model model) {
    this.model = model;
  }

  /**
   * One thing that a model says.
   *
   * @param outputs the outputs it is said from; all of them are needed
   */
  record Line(String subject, List<String> outputs) {
    Line {
      outputs = List.copyOf(outputs);
    }
  }

  @Override
  public final ModelCard card() {
    return model.card();
  }

  @Override
  public final List<Insight> apply(InsightContext context, ServedModel served) {
    List<Insight> insights = new ArrayList<>();
    for (Line line : lines(context)) {
      Bound bound = ModelInputs.bind(context, served, declared(context, line));
      Draft draft =
          new Draft(context, served, card(), line.subject())
              .used(bound.used())
              .missing(bound.missing())
              .kinds(DataKind.CHECKUP);
      switch (serve(context, line, bound.inputs())) {
        case Refused refused when bound.held() -> {}
        case Refused refused ->
            insights.add(
                draft.refusal(
                    Refusals.reason(refused.reason()),
                    title(context, served, line),
                    Refusals.wouldHelp(context, refused, bound)));
        case Computed computed -> {
          Refusals.conditions(draft, computed);
          Refusals.weaknesses(draft, bound);
          insights.add(said(context, draft, line, computed, bound.inputs()));
        }
      }
    }
    return insights;
  }

  @Override
  public final Set<InputPart> reads() {
    return Set.of(InputPart.CHECKUP);
  }

  /** What there is to say of this person. */
  abstract List<Line> lines(InsightContext context);

  /** The insight of a result. */
  abstract Insight said(
      InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs);

  /** The result, with what the pack and not the record gives put in. */
  ModelResult serve(InsightContext context, Line line, Inputs inputs) {
    return Serving.serve(model, line.outputs(), inputs, context.situation());
  }

  /** What the thing is called where it cannot be said. */
  String title(InsightContext context, ServedModel served, Line line) {
    return context.texts().say("model." + served.model());
  }

  /** The inputs that the record fills. */
  List<ModelInput> declared(InsightContext context, Line line) {
    return card().inputs().stream()
        .filter(
            input ->
                line.outputs().stream()
                    .anyMatch(output -> card().output(output).needs().contains(input.name())))
        .toList();
  }
}
