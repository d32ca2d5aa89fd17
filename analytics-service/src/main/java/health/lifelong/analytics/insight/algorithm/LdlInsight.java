package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.lipid.algorithm.LdlCholesterol;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;
import java.util.Map;

/**
 * Calculated LDL cholesterol (Martin-Hopkins) where the last checkup measured none: a measured one
 * is preferred.
 */
final class LdlInsight extends FormulaInsight {
  /** Results of one checkup may be dated some days apart. */
  private static final int DAYS_OF_A_CHECKUP = 30;

  private static final String METHOD = "martin_hopkins";
  private static final Line LDL = new Line("LDL_CALC", List.of(METHOD));

  LdlInsight() {
    super(new LdlCholesterol());
  }

  @Override
  List<Line> lines(InsightContext context) {
    boolean measured =
        context.history().latest("LDL", context.checkupDay(), DAYS_OF_A_CHECKUP)
            instanceof Latest.Found;
    return measured ? List.of() : List.of(LDL);
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    double value = computed.number(METHOD).orElseThrow();
    return draft
        .limit(Message.LIMIT_LDL_CALCULATED)
        .place(Place.CONTEXT)
        .result(
            context
                .texts()
                .say(
                    Message.LIPID_LDL,
                    Map.of("value", Long.toString(StrictMath.round(value)), "unit", "mg/dL")),
            Facts.of().number("ldl", value).text("method", METHOD).build());
  }
}
