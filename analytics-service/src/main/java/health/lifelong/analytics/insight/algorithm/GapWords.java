package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.measurement.domain.Ranked;
import health.lifelong.analytics.pack.domain.Message;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Something missing, in words and in facts. */
final class GapWords {
  private GapWords() {}

  static String name(InsightContext context, Ranked gap) {
    return switch (gap.wanted().kind()) {
      case MEASUREMENT -> context.itemName(gap.wanted().code());
      case QUESTION -> context.inputName(gap.wanted().code());
    };
  }

  static InputMissing missing(InsightContext context, Ranked gap) {
    return new InputMissing(
        name(context, gap),
        switch (gap.wanted().kind()) {
          case MEASUREMENT -> InputMissing.Why.NOT_MEASURED;
          case QUESTION -> InputMissing.Why.UNKNOWN;
        });
  }

  static String sentence(InsightContext context, Ranked gap) {
    List<String> models = gap.unlocks().isEmpty() ? gap.helps() : gap.unlocks();
    String titles =
        models.stream()
            .map(model -> context.texts().say("model." + model))
            .collect(Collectors.joining(", "));
    Message message =
        switch (gap.wanted().kind()) {
          case MEASUREMENT -> Message.NEXT_MEASURE;
          case QUESTION -> Message.NEXT_ASK;
        };
    return context.texts().say(message, Map.of("what", name(context, gap), "titles", titles));
  }

  static Facts facts(InsightContext context, Ranked gap) {
    return Facts.of()
        .text("code", gap.wanted().code())
        .text("name", name(context, gap))
        .text("kind", gap.wanted().kind().name().toLowerCase(Locale.ROOT))
        .number("worth", gap.worth())
        .texts("unlocks", gap.unlocks())
        .texts("helps", gap.helps())
        .build();
  }
}
