package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.kidney.algorithm.CkdEpi;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** eGFR by CKD-EPI 2021, in words and as an approximate number. */
final class KidneyInsight implements InsightRule {
  private final CkdEpi model = new CkdEpi();

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
        new Draft(context, served, card(), "EGFR")
            .used(bound.used())
            .missing(bound.missing())
            .kinds(DataKind.CHECKUP);
    var result =
        Serving.serve(
            model, List.of("egfr_2021", "g_category_2021"), bound.inputs(), context.situation());
    return switch (result) {
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
    double rate = computed.number("egfr_2021").orElseThrow();
    boolean low = rate < context.pack().required("kidney.egfr_low").doubleValue();
    String unit = InsightContext.unit("EGFR");
    Map<String, String> places =
        Map.of("value", Long.toString(StrictMath.round(rate)), "unit", readable(unit));
    return draft
        .place(low ? Place.MATTERS : Place.STABLE)
        .result(
            context.texts().say(low ? Message.KIDNEY_LOW : Message.KIDNEY_USUAL, places),
            Facts.of()
                .number("egfr", rate)
                .text("unit", unit)
                .text("category", computed.text("g_category_2021").orElseThrow())
                .build());
  }

  /** A UCUM unit as people write it: {@code mL/min/{1.73_m2}} is mL/min/1.73 m2. */
  static String readable(String ucum) {
    return ucum.replace("{", "")
        .replace("}", "")
        .replace("[", "")
        .replace("]", "")
        .replace('_', ' ');
  }
}
