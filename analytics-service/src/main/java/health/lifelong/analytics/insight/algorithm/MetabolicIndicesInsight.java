package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.glycaemic.algorithm.GlycaemicLipidIndices;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Indices of glucose and lipids, for the clinician: no cut-off of theirs is verified, so a person
 * could do nothing with them.
 */
final class MetabolicIndicesInsight extends FormulaInsight {
  private static final List<Line> LINES =
      List.of("tyg", "aip", "homa_ir", "eag_mg_dl").stream()
          .map(output -> new Line(output, List.of(output)))
          .toList();

  MetabolicIndicesInsight() {
    super(new GlycaemicLipidIndices());
  }

  @Override
  List<Line> lines(InsightContext context) {
    return LINES;
  }

  @Override
  String title(InsightContext context, ServedModel served, Line line) {
    return context.texts().say("index." + line.subject());
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    double value = computed.number(line.subject()).orElseThrow();
    Map<String, String> places =
        Map.of(
            "index", context.texts().say("index." + line.subject()),
            "value", String.format(Locale.ROOT, "%.2f", value));
    return draft
        .forClinician()
        .result(
            context.texts().say(Message.CLINICIAN_INDEX, places),
            Facts.of().number(line.subject(), value).build());
  }
}
