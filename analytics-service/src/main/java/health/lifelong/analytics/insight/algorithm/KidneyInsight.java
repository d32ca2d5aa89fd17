package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.kidney.algorithm.CkdEpi;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;
import java.util.Map;

/** eGFR by CKD-EPI 2021, in words and as an approximate number. */
final class KidneyInsight extends FormulaInsight {
  private static final Line RATE = new Line("EGFR", List.of("egfr_2021", "g_category_2021"));

  KidneyInsight() {
    super(new CkdEpi());
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(RATE);
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
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
