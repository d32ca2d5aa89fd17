package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.cardiovascular.algorithm.PreventBase;
import health.lifelong.analytics.fusion.algorithm.RiskFusion;
import health.lifelong.analytics.fusion.domain.FusedRisk;
import health.lifelong.analytics.fusion.domain.FusionBaseline;
import health.lifelong.analytics.fusion.domain.FusionFactor;
import health.lifelong.analytics.fusion.domain.RiskFactor;
import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The heart risk with the habits and genes that may enter it, and those that stand beside it, each
 * with the reason. What is known of nobody's factor needs no word: the baseline says it all.
 */
final class FusedRiskInsight implements InsightRule {
  private static final String OUTCOME = "cardiovascular_disease";

  /** What PREVENT base already holds, in the words of {@link FusionFactor#carries}. */
  private static final Set<String> HOLDS =
      Set.of(
          "age",
          "sex",
          "cholesterol",
          "blood_pressure",
          "diabetes",
          "smoking",
          "body_mass",
          "kidney");

  private final PreventBase model = new PreventBase();

  @Override
  public ModelCard card() {
    return ActionCards.FUSED_RISK;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.CHECKUP, InputPart.GENOME, InputPart.LIFESTYLE, InputPart.DAY);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    Bound bound = ModelInputs.bind(context, served, model.card().inputs());
    Draft draft =
        new Draft(context, served, card(), "cvd_10y")
            .used(bound.used())
            .missing(bound.missing())
            .kinds(DataKind.CHECKUP);
    List<FusionFactor> factors = factors(context, served, draft);
    if (factors.isEmpty()) {
      return List.of();
    }
    return switch (model.serve(
        HeartRiskInsight.inputs(context, bound.inputs()), context.situation())) {
      case Refused refused when bound.held() -> List.of();
      case Refused refused ->
          List.of(
              draft.refusal(
                  Refusals.reason(refused.reason()), Refusals.wouldHelp(context, refused, bound)));
      case Computed computed -> {
        Refusals.conditions(draft, computed);
        Refusals.weaknesses(draft, bound);
        FusionBaseline baseline =
            new FusionBaseline(
                OUTCOME,
                HeartRiskInsight.YEARS,
                computed.number("cvd_10y").orElseThrow(),
                null,
                context.pack().heartRiskPopulation(),
                HOLDS);
        yield List.of(said(context, draft, RiskFusion.fuse(baseline, factors)));
      }
    };
  }

  private static List<FusionFactor> factors(
      InsightContext context, ServedModel served, Draft draft) {
    Exposures exposures = new Exposures(context, served.maximumAgeDays());
    List<FusionFactor> factors = new ArrayList<>();
    for (RiskFactor candidate : context.pack().riskFactors()) {
      Optional<Exposures.Found> found = exposures.of(candidate);
      Optional<FusionFactor> factor = found.flatMap(amount -> candidate.of(amount.value()));
      if (found.isPresent() && factor.isPresent()) {
        factors.add(factor.get());
        draft.used(List.of(found.get().used())).kinds(found.get().kind());
        draft.source(candidate.source());
      }
    }
    return factors;
  }

  private static Insight said(InsightContext context, Draft draft, FusedRisk fused) {
    Facts.Builder facts =
        Facts.of()
            .number("baseline", fused.baseline().risk())
            .number("risk", fused.risk())
            .number("years", fused.baseline().years())
            .flag("model_error_known", fused.modelErrorKnown());
    FusedRisk.Range interval = fused.interval();
    if (interval != null) {
      facts.number("interval_low", interval.low()).number("interval_high", interval.high());
    }
    facts
        .groups(
            "contributions",
            fused.contributions().stream()
                .map(
                    part ->
                        Facts.of()
                            .text("factor", part.factor().id())
                            .number("change", part.change())
                            .build())
                .toList())
        .groups(
            "beside",
            fused.beside().stream()
                .map(
                    beside ->
                        Facts.of()
                            .text("factor", beside.factor().id())
                            .text("why", beside.why().name())
                            .build())
                .toList());
    for (FusedRisk.Beside beside : fused.beside()) {
      String why = context.texts().say("fused.why." + beside.why());
      String what = name(context, beside.factor());
      draft.limit(context.texts().say(Message.FUSED_BESIDE, Map.of("what", what, "why", why)));
    }
    if (fused.contributions().isEmpty()) {
      String what = names(context, fused.beside().stream().map(FusedRisk.Beside::factor).toList());
      return draft.result(
          context.texts().say(Message.FUSED_ALONE, Map.of("what", what)), facts.build());
    }
    Map<String, String> places =
        new HashMap<>(
            interval == null
                ? HeartRiskInsight.people(fused.risk(), fused.risk())
                : HeartRiskInsight.people(interval.low(), interval.high()));
    List<FusionFactor> entered =
        fused.contributions().stream().map(FusedRisk.Contribution::factor).toList();
    places.put("what", names(context, entered));
    return draft
        .limit(Message.LIMIT_OTHER_POPULATION)
        .place(Place.MATTERS)
        .result(context.texts().say(Message.FUSED_TOGETHER, places), facts.build());
  }

  private static String names(InsightContext context, List<FusionFactor> factors) {
    return String.join(", ", factors.stream().map(factor -> name(context, factor)).toList());
  }

  private static String name(InsightContext context, FusionFactor factor) {
    return context.texts().say("factor." + factor.id());
  }
}
