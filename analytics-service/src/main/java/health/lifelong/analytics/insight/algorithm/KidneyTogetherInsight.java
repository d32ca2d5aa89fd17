package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.kidney.algorithm.KdigoHeatMap;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;

/** Kidney filtration and urine albumin read together (KDIGO), in words. */
final class KidneyTogetherInsight extends FormulaInsight {
  private static final Line RISK =
      new Line("kidney_together", List.of("g_category", "a_category", "risk"));

  KidneyTogetherInsight() {
    super(new KdigoHeatMap());
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(RISK);
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    String risk = computed.text("risk").orElseThrow();
    boolean low = risk.equals("LOW");
    Message message =
        switch (risk) {
          case "LOW" -> Message.KIDNEY_TOGETHER_LOW;
          case "MODERATE" -> Message.KIDNEY_TOGETHER_MODERATE;
          default -> Message.KIDNEY_TOGETHER_HIGH;
        };
    return draft
        .place(low ? Place.STABLE : Place.MATTERS)
        .result(
            context.texts().say(message),
            Facts.of()
                .text("g_category", computed.text("g_category").orElseThrow())
                .text("a_category", computed.text("a_category").orElseThrow())
                .text("risk", risk)
                .build());
  }
}
