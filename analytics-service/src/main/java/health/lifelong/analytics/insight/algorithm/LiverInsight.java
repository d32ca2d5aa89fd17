package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.liver.algorithm.LiverIndices;
import health.lifelong.analytics.liver.domain.LiverInputs;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * FIB-4, NFS, HSI and FLI, each on its own, in three words: nothing more to check, not clear, a
 * second look.
 */
final class LiverInsight implements InsightRule {
  /**
   * From this age on the fibrosis indices have a higher lower cut (McPherson 2017, Am J
   * Gastroenterol 112:740).
   */
  private static final int OLDER = 65;

  private final LiverIndices model = new LiverIndices();

  /**
   * Below {@code low} ruled out, above {@code high} ruled in; the cuts are those of the papers on
   * the card.
   */
  private enum Index {
    FIB4("fib4", 1.30, 2.0, 2.67, true),
    NFS("nfs", -1.455, 0.12, 0.676, true),
    HSI("hsi", 30, 30, 36, true),
    FLI("fli", 30, 30, 60, false);

    final String output;
    final double low;
    final double lowWhenOlder;
    final double high;
    final boolean highIsExclusive;

    Index(String output, double low, double lowWhenOlder, double high, boolean highIsExclusive) {
      this.output = output;
      this.low = low;
      this.lowWhenOlder = lowWhenOlder;
      this.high = high;
      this.highIsExclusive = highIsExclusive;
    }

    Message message(double value, int age) {
      if (highIsExclusive ? value > high : value >= high) {
        return Message.LIVER_HIGH;
      }
      return value < (age >= OLDER ? lowWhenOlder : low) ? Message.LIVER_LOW : Message.LIVER_MIDDLE;
    }
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
    List<Insight> insights = new ArrayList<>();
    for (Index index : Index.values()) {
      one(context, served, index).ifPresent(insights::add);
    }
    return insights;
  }

  private Optional<Insight> one(InsightContext context, ServedModel served, Index index) {
    List<String> needs = card().output(index.output).needs();
    List<ModelInput> declared =
        card().inputs().stream().filter(input -> needs.contains(input.name())).toList();
    Bound bound = ModelInputs.bind(context, served, declared);
    Draft draft =
        new Draft(context, served, card(), index.output)
            .used(bound.used())
            .missing(bound.missing())
            .kinds(DataKind.CHECKUP);
    LiverInputs inputs = inputs(context, served, bound.inputs());
    ModelResult result =
        switch (index) {
          case FIB4 -> model.fib4(inputs, context.situation());
          case NFS -> model.nfs(inputs, context.situation());
          case HSI -> model.hsi(inputs, context.situation());
          case FLI -> model.fli(inputs, context.situation());
        };
    String name = context.texts().say("index." + index.output);
    return switch (result) {
      case Refused refused when bound.held() -> Optional.empty();
      case Refused refused ->
          Optional.of(
              draft.refusal(
                  Refusals.reason(refused.reason()),
                  name,
                  Refusals.wouldHelp(context, refused, bound)));
      case Computed computed -> Optional.of(said(context, draft, index, name, computed, bound));
    };
  }

  private static Insight said(
      InsightContext context,
      Draft draft,
      Index index,
      String name,
      Computed computed,
      Bound bound) {
    Refusals.conditions(draft, computed);
    Refusals.weaknesses(draft, bound);
    if (!computed.warnings().isEmpty()) {
      draft.limit(Message.LIMIT_ALCOHOL);
    }
    double value = computed.number(index.output).orElseThrow();
    Message message = index.message(value, context.ageOn(context.checkupDay()).orElse(0));
    return draft
        .place(message == Message.LIVER_HIGH ? Place.MATTERS : Place.STABLE)
        .result(
            context.texts().say(message, Map.of("index", name)),
            Facts.of().number(index.output, value).texts("warnings", computed.warnings()).build());
  }

  private static LiverInputs inputs(InsightContext context, ServedModel served, Inputs in) {
    return new LiverInputs(
        context.sex(),
        in.maybeNumber("age_years").orElse(null),
        in.maybeNumber("ast_u_l").orElse(null),
        in.maybeNumber("alt_u_l").orElse(null),
        in.maybeNumber("platelets_10e9_l").orElse(null),
        in.maybeNumber("albumin_g_dl").orElse(null),
        in.maybeNumber("bmi_kg_m2").orElse(null),
        in.maybeFlag("ifg_or_diabetes").orElse(null),
        in.maybeFlag("diabetes").orElse(null),
        in.maybeNumber("triglyceride_mg_dl").orElse(null),
        in.maybeNumber("ggt_u_l").orElse(null),
        in.maybeNumber("waist_cm").orElse(null),
        gramsPerDay(
            context.questionnaire().drinking(context.checkupDay(), served.maximumAgeDays())));
  }

  /** The most that the answers allow, since it only decides about a warning. */
  private static @Nullable Double gramsPerDay(Drinking drinking) {
    return switch (drinking) {
      case Drinking.Abstains none -> Double.valueOf(0);
      case Drinking.Grams grams -> Double.valueOf(grams.highPerWeek() / 7);
      case Drinking.AmountUnknown some -> null;
      case Drinking.Unknown unknown -> null;
    };
  }
}
