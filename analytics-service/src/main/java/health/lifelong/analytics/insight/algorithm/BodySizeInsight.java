package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.anthropometry.algorithm.AnthropometryOsta;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The name of the body mass index in the scheme of the pack, and for women of the age it was made
 * for, whether bone density is worth measuring (OSTA).
 */
final class BodySizeInsight extends FormulaInsight {
  private static final Line OSTA = new Line("osta", List.of("osta_category"));

  private final String scheme;

  BodySizeInsight(RegionPack pack) {
    super(new AnthropometryOsta(pack.bmi(), pack.waist()::of));
    this.scheme = pack.bmiScheme();
  }

  @Override
  List<Line> lines(InsightContext context) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("bmi", List.of("bmi", scheme)));
    if (context.sex() == Sex.F
        && context.ageOn(context.checkupDay()).orElse(0) >= AnthropometryOsta.OSTA_FROM_AGE) {
      lines.add(OSTA);
    }
    return lines;
  }

  @Override
  String title(InsightContext context, ServedModel served, Line line) {
    return context.texts().say("index." + line.subject());
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed computed, Inputs inputs) {
    return line.equals(OSTA)
        ? bone(context, draft, computed.text("osta_category").orElseThrow())
        : weight(context, draft, computed);
  }

  private Insight weight(InsightContext context, Draft draft, Computed computed) {
    double bmi = computed.number("bmi").orElseThrow();
    String label = computed.text(scheme).orElseThrow();
    return draft
        .limit(Message.LIMIT_BMI)
        .place(Place.CONTEXT)
        .result(
            context
                .texts()
                .say(
                    Message.BODY_BMI,
                    Map.of(
                        "value",
                        String.format(Locale.ROOT, "%.1f", bmi),
                        "meaning",
                        context.texts().say("bmi." + label))),
            Facts.of().number("bmi", bmi).text("scheme", scheme).text("label", label).build());
  }

  private static Insight bone(InsightContext context, Draft draft, String category) {
    boolean low = category.equals("LOW");
    return draft
        .place(low ? Place.STABLE : Place.NEXT)
        .result(
            context.texts().say(low ? Message.BONE_LOW : Message.BONE_MEASURE),
            Facts.of().text("osta", category).build());
  }
}
