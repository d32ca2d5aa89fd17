package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.fusion.domain.AlcoholReading;
import health.lifelong.analytics.fusion.domain.Movement;
import health.lifelong.analytics.fusion.domain.Track;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.pack.domain.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts the reading of alcohol, gene, values and phone into lines: each a direction with its dates,
 * none a size.
 */
final class AlcoholWords {
  private AlcoholWords() {}

  static Message message(AlcoholReading.Advice advice) {
    return switch (advice) {
      case CARRIER_DRINKS -> Message.FUSION_CARRIER_DRINKS;
      case CARRIER_ABSTAINS -> Message.FUSION_CARRIER_ABSTAINS;
      case USUAL_DRINKS -> Message.FUSION_USUAL_DRINKS;
      case USUAL_ABSTAINS -> Message.FUSION_USUAL_ABSTAINS;
    };
  }

  static Facts facts(
      InsightContext context, String bases, AlcoholSignals signals, AlcoholReading reading) {
    List<String> lines = new ArrayList<>();
    for (Movement movement : reading.movements()) {
      lines.add(line(context, movement));
    }
    new TreeMap<>(reading.together())
        .forEach(
            (item, same) ->
                lines.add(
                    context
                        .texts()
                        .say(
                            same ? Message.FUSION_TOGETHER : Message.FUSION_APART,
                            Map.of("item", name(context, item)))));
    lines.add(context.texts().say(Message.FUSION_CAVEAT));
    List<Facts> movements =
        reading.movements().stream()
            .map(
                m ->
                    Facts.of()
                        .text("subject", m.subject())
                        .text("direction", m.direction().name())
                        .text("from", m.from().toString())
                        .text("to", m.to().toString())
                        .build())
            .toList();
    List<Facts> tracks = new ArrayList<>();
    signals.measured().forEach(track -> tracks.add(track(track)));
    signals.phone().forEach(track -> tracks.add(track(track)));
    return Facts.of()
        .text("genotype", bases)
        .text("advice", reading.advice().name().toLowerCase(Locale.ROOT))
        .texts("lines", lines)
        .groups("movements", movements)
        .groups("tracks", tracks)
        .build();
  }

  private static Facts track(Track track) {
    return Facts.of()
        .text("subject", track.subject())
        .groups(
            "points",
            track.points().stream()
                .map(
                    p ->
                        Facts.of()
                            .text("date", p.date().toString())
                            .number("value", p.value())
                            .build())
                .toList())
        .build();
  }

  private static String line(InsightContext context, Movement movement) {
    Message message =
        switch (movement.direction()) {
          case UP -> Message.FUSION_UP;
          case DOWN -> Message.FUSION_DOWN;
          case SAME -> Message.FUSION_SAME;
          case CHANCE -> Message.FUSION_CHANCE;
          case ONCE -> Message.FUSION_ONCE;
        };
    return context
        .texts()
        .say(
            message,
            Map.of(
                "item", name(context, movement.subject()),
                "from", movement.from().toString(),
                "to", movement.to().toString()));
  }

  private static String name(InsightContext context, String subject) {
    return context.texts().find("signal." + subject).orElseGet(() -> context.itemName(subject));
  }
}
