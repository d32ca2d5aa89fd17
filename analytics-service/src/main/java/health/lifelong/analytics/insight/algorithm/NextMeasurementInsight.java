package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.measurement.algorithm.NextBest;
import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.measurement.domain.Wanted;
import health.lifelong.analytics.metabolic.domain.WaistLimits;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one test and the one answer that would let the served models say most. */
final class NextMeasurementInsight implements InsightRule {
  private static final int SHOWN = 5;

  private final Map<String, Model> models;

  NextMeasurementInsight(WaistLimits waist) {
    this.models = ModelGaps.models(waist);
  }

  @Override
  public ModelCard card() {
    return ActionCards.NEXT_MEASUREMENT;
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    List<Ranked> ranked = NextBest.rank(ModelGaps.of(context, models));
    List<Insight> insights = new ArrayList<>();
    first(context, served, "test", ranked, Wanted.Kind.MEASUREMENT, insights);
    first(context, served, "answer", ranked, Wanted.Kind.QUESTION, insights);
    return insights;
  }

  private void first(
      InsightContext context,
      ServedModel served,
      String subject,
      List<Ranked> ranked,
      Wanted.Kind kind,
      List<Insight> insights) {
    List<Ranked> of = ranked.stream().filter(gap -> gap.wanted().kind() == kind).toList();
    if (of.isEmpty()) {
      return;
    }
    Ranked best = of.getFirst();
    insights.add(
        new Draft(context, served, card(), subject)
            .missing(List.of(GapWords.missing(context, best)))
            .kinds(DataKind.CHECKUP)
            .place(Place.NEXT)
            .result(
                GapWords.sentence(context, best),
                Facts.of()
                    .groups(
                        "ranking",
                        of.stream().limit(SHOWN).map(gap -> GapWords.facts(context, gap)).toList())
                    .build()));
  }
}
