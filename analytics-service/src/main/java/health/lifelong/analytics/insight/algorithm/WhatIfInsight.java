package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.whatif.algorithm.LeverTable;
import health.lifelong.analytics.whatif.domain.Lever;
import health.lifelong.analytics.whatif.domain.LeverEffect.Basis;
import health.lifelong.analytics.whatif.domain.WhatIf;
import health.lifelong.analytics.whatif.domain.WhatIf.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What one change could bring, as an interval, with its study and what kind of study it is. */
final class WhatIfInsight implements InsightRule {

  @Override
  public ModelCard card() {
    return ActionCards.WHAT_IF;
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    Levers levers = Levers.of(context, served.maximumAgeDays());
    List<Insight> insights = new ArrayList<>();
    for (WhatIf lever : levers.all()) {
      switch (lever) {
        case WhatIf.Possible possible -> insights.add(one(context, served, levers, possible));
        case WhatIf.Nothing nothing -> {}
      }
    }
    silent(context, served, levers, insights.isEmpty()).forEach(insights::add);
    return insights;
  }

  private Insight one(
      InsightContext context, ServedModel served, Levers levers, WhatIf.Possible lever) {
    Draft draft =
        new Draft(context, served, card(), LeverWords.name(lever.lever()))
            .dataVersion("lever effects " + LeverTable.VERSION)
            .used(levers.used().getOrDefault(lever.lever(), List.of()))
            .source(source(lever))
            .limit(
                lever.evidence().basis() == Basis.CAUSAL
                    ? Message.LIMIT_TRIAL
                    : Message.LIMIT_ASSOCIATED)
            .limit(Message.LIMIT_NOT_ADDED)
            .kinds(DataKind.CHECKUP)
            .place(Place.CONTEXT);
    if (lever.lever() == Lever.SMOKING) {
      draft.limit(Message.LIMIT_HEAVY_SMOKERS);
    }
    if (lever.lever().throughCare()) {
      draft.limit(Message.LIMIT_DOCTOR_DECIDES);
    }
    if (lever.people() != null) {
      draft.limit(Message.LIMIT_OTHER_POPULATION);
    }
    return draft.result(LeverWords.sentence(context.texts(), lever), LeverWords.facts(lever));
  }

  private static String source(WhatIf.Possible lever) {
    String doi = lever.evidence().doi();
    String citation = lever.evidence().citation();
    return doi == null ? citation : citation + ", doi:" + doi;
  }

  /** What cannot be said of the other levers, and what would help. */
  private List<Insight> silent(
      InsightContext context, ServedModel served, Levers levers, boolean alone) {
    List<Why> reasons =
        levers.all().stream()
            .filter(WhatIf.Nothing.class::isInstance)
            .map(nothing -> ((WhatIf.Nothing) nothing).why())
            .toList();
    if (reasons.contains(Why.CLINICIAN_DECIDES)) {
      return List.of(
          draft(context, served, "all")
              .refusal(Reason.POPULATION, context.texts().say(Message.HELP_CLINICIAN)));
    }
    if (reasons.contains(Why.UNKNOWN) && !levers.missing().isEmpty()) {
      return List.of(
          draft(context, served, "unknown")
              .missing(levers.missing())
              .refusal(Reason.INPUT_MISSING, wouldHelp(context, levers.missing())));
    }
    boolean safe =
        reasons.stream().allMatch(why -> why == Why.ALREADY_THERE || why == Why.NOT_SAFE);
    return alone && safe
        ? List.of(
            draft(context, served, "none")
                .place(Place.STABLE)
                .result(context.texts().say(Message.WHAT_IF_NONE), Facts.of().build()))
        : List.of();
  }

  /** What to have tested; where everything was tested, what to answer. */
  private static String wouldHelp(InsightContext context, List<InputMissing> missing) {
    List<InputMissing> tests =
        missing.stream().filter(input -> input.why() != InputMissing.Why.UNKNOWN).toList();
    List<InputMissing> named = tests.isEmpty() ? missing : tests;
    String what =
        named.stream().map(InputMissing::name).distinct().collect(Collectors.joining(", "));
    return context
        .texts()
        .say(tests.isEmpty() ? Message.HELP_ASK : Message.HELP_MEASURE, Map.of("what", what));
  }

  private Draft draft(InsightContext context, ServedModel served, String subject) {
    return new Draft(context, served, card(), subject).kinds(DataKind.CHECKUP);
  }
}
