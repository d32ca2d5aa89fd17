package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.aging.algorithm.PhenoAge;
import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** PhenoAge, for the clinician: no body age is ever shown to a person (wording rules, R11). */
final class PhenoAgeInsight implements InsightRule {
  private static final String OUTPUT = "phenoage_ln_crp";

  private final PhenoAge model = new PhenoAge();

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
        new Draft(context, served, card(), "phenoage")
            .used(bound.used())
            .missing(bound.missing())
            .limit(Message.LIMIT_OTHER_POPULATION)
            .kinds(DataKind.CHECKUP)
            .forClinician();
    return switch (Serving.serve(model, List.of(OUTPUT), bound.inputs(), context.situation())) {
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
    double value = computed.number(OUTPUT).orElseThrow();
    double age = bound.inputs().number("age_years");
    Map<String, String> places =
        Map.of(
            "value", String.format(Locale.ROOT, "%.1f", value),
            "age", String.format(Locale.ROOT, "%.0f", age));
    return draft.result(
        context.texts().say(Message.CLINICIAN_PHENOAGE, places),
        Facts.of().number("phenoage", value).number("age", age).build());
  }
}
