package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.screening.algorithm.KnhsJudgement;
import health.lifelong.analytics.screening.domain.ScreeningBands;
import health.lifelong.analytics.screening.domain.ScreeningClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The statutory judgement of the screening programme, line by line and as a whole. The law's word
 * is quoted with its meaning. There is no whole where a due line is missing, unless one line is
 * already the worst.
 */
final class ScreeningInsight implements InsightRule {
  private final ScreeningBands bands;
  private final KnhsJudgement model;

  ScreeningInsight(ScreeningBands bands) {
    this.bands = bands;
    this.model = new KnhsJudgement(bands);
  }

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
    Sex sex = context.sex();
    if (sex == null) {
      String help = context.texts().say(Message.HELP_ASK, Map.of("what", context.inputName("sex")));
      return List.of(
          new Draft(context, served, card(), "overall")
              .kinds(DataKind.CHECKUP)
              .refusal(Reason.INPUT_MISSING, help));
    }
    List<Insight> insights = new ArrayList<>();
    Map<String, ScreeningClass> judged = new TreeMap<>();
    List<InputUsed> used = new ArrayList<>();
    boolean held = false;
    for (String line : new TreeSet<>(bands.bands().keySet())) {
      LineValues measured = LineValues.of(context, served, itemsOf(line));
      held |= measured.held();
      if (measured.held() || measured.used().isEmpty()) {
        continue;
      }
      ModelResult result = model.serve(line, sex, measured.value(), measured.second());
      insights.add(line(context, served, line, measured, result));
      if (result instanceof Computed computed) {
        judged.put(line, ScreeningClass.valueOf(computed.text("judgement").orElseThrow()));
        used.addAll(measured.used());
      }
    }
    if (!held) {
      overall(context, served, judged, used).ifPresent(insights::addFirst);
    }
    return insights;
  }

  private List<String> itemsOf(String line) {
    // Blood pressure is SBP before DBP, as the rule counts its components.
    return bands.codes().entrySet().stream()
        .filter(entry -> entry.getValue().equals(line))
        .map(Map.Entry::getKey)
        .sorted(Collections.reverseOrder())
        .toList();
  }

  private Insight line(
      InsightContext context,
      ServedModel served,
      String line,
      LineValues measured,
      ModelResult result) {
    String name = name(context, line);
    Draft draft =
        new Draft(context, served, card(), line)
            .used(measured.used())
            .missing(measured.missing())
            .kinds(DataKind.CHECKUP);
    return switch (result) {
      case Refused refused ->
          draft.refusal(
              Refusals.reason(refused.reason()), name, context.texts().say(Message.HELP_CLINICIAN));
      case Computed computed -> {
        ScreeningClass judgement = ScreeningClass.valueOf(computed.text("judgement").orElseThrow());
        yield draft
            .place(judgement == ScreeningClass.SUSPECT ? Place.MATTERS : Place.CONTEXT)
            .result(
                context
                    .texts()
                    .say(
                        Message.SCREENING_ITEM,
                        Map.of(
                            "item",
                            name,
                            "word",
                            word(context, judgement),
                            "meaning",
                            meaning(context, judgement))),
                facts(context, judgement).build());
      }
    };
  }

  private Optional<Insight> overall(
      InsightContext context,
      ServedModel served,
      Map<String, ScreeningClass> judged,
      List<InputUsed> used) {
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    List<String> absent =
        context.pack().screeningRequired().stream()
            .filter(line -> !judged.containsKey(line))
            .toList();
    ScreeningClass worst = KnhsJudgement.overall(judged.values()).orElseThrow();
    Draft draft =
        new Draft(context, served, card(), "overall")
            .used(used)
            .source(bands.source())
            .missing(
                absent.stream()
                    .map(
                        line ->
                            new InputMissing(name(context, line), InputMissing.Why.NOT_MEASURED))
                    .toList())
            .kinds(DataKind.CHECKUP);
    if (!absent.isEmpty() && worst != ScreeningClass.SUSPECT) {
      String what =
          absent.stream().map(line -> name(context, line)).collect(Collectors.joining(", "));
      return Optional.of(
          draft.refusal(
              Reason.INPUT_MISSING,
              context.texts().say(Message.HELP_MEASURE, Map.of("what", what))));
    }
    return Optional.of(
        draft
            .place(worst == ScreeningClass.SUSPECT ? Place.NEXT : Place.CONTEXT)
            .result(
                context
                    .texts()
                    .say(
                        Message.SCREENING_OVERALL,
                        Map.of("word", word(context, worst), "meaning", meaning(context, worst))),
                facts(context, worst).number("lines", judged.size()).build()));
  }

  private static Facts.Builder facts(InsightContext context, ScreeningClass judgement) {
    return Facts.of()
        .text("judgement", judgement.name())
        .text("statutory_word", word(context, judgement));
  }

  private static String word(InsightContext context, ScreeningClass judgement) {
    return context.texts().say("statutory." + judgement);
  }

  private static String meaning(InsightContext context, ScreeningClass judgement) {
    return context.texts().say("screening.meaning." + judgement);
  }

  private String name(InsightContext context, String line) {
    return context
        .texts()
        .find("item." + line)
        .orElseGet(() -> itemsOf(line).stream().findFirst().map(context::itemName).orElse(line));
  }
}
