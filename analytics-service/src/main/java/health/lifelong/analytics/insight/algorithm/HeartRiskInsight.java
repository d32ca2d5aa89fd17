package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.cardiovascular.algorithm.PreventBase;
import health.lifelong.analytics.cardiovascular.domain.PreventInputs;
import health.lifelong.analytics.insight.algorithm.ModelInputs.Bound;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.OutputValue;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * PREVENT base in people of 100, both sides said. Where nobody asked about earlier heart disease
 * the answer is conditional and carries the question.
 */
final class HeartRiskInsight implements InsightRule {
  static final int YEARS = 10;

  /** Below this share the denominator is 1,000, so that nobody reads "0 of 100". */
  private static final double SMALL = 0.01;

  private final PreventBase model = new PreventBase();

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
        new Draft(context, served, card(), "cvd_10y")
            .used(bound.used())
            .missing(bound.missing())
            .limit(Message.LIMIT_OTHER_POPULATION)
            .kinds(DataKind.CHECKUP);
    return switch (model.serve(inputs(context, bound.inputs()), context.situation())) {
      case Refused refused when bound.held() -> List.of();
      case Refused refused -> List.of(refusal(context, draft, refused, bound));
      case Computed computed -> List.of(said(context, draft, computed, bound));
    };
  }

  private static Insight refusal(
      InsightContext context, Draft draft, Refused refused, Bound bound) {
    Reason reason = Refusals.reason(refused.reason());
    return draft.refusal(reason, Refusals.wouldHelp(context, refused, bound));
  }

  private static Insight said(InsightContext context, Draft draft, Computed computed, Bound bound) {
    Refusals.conditions(draft, computed);
    Refusals.weaknesses(draft, bound);
    List<String> questions = questions(context, computed);
    for (String question : questions) {
      draft.missing(List.of(new InputMissing(question, InputMissing.Why.UNKNOWN)));
    }
    if (!questions.isEmpty()) {
      draft.limit(
          context.texts().say(Message.HELP_ASK, Map.of("what", String.join(", ", questions))));
    }
    double risk = computed.number("cvd_10y").orElseThrow();
    int base = base(risk);
    Facts.Builder facts =
        Facts.of()
            .number("people", (double) StrictMath.round(risk * base))
            .number("of", base)
            .number("years", YEARS);
    computed
        .values()
        .forEach(
            (name, value) -> {
              if (value instanceof OutputValue.Numeric(double number)) {
                facts.number(name, number);
              }
            });
    facts.texts("warnings", computed.warnings());
    Message message = questions.isEmpty() ? Message.RISK : Message.RISK_IF;
    return draft
        .place(
            HeartRangeInsight.isFirstFor(context, bound.inputs()) ? Place.CONTEXT : Place.MATTERS)
        .result(
            context.texts().say(message, people(risk, risk)),
            facts.flag("conditional", !questions.isEmpty()).build());
  }

  private static List<String> questions(InsightContext context, Computed computed) {
    List<String> questions = new ArrayList<>();
    for (Exclusion asked : List.of(Exclusion.CARDIOVASCULAR_DISEASE, Exclusion.HEART_FAILURE)) {
      if (computed.conditions().contains(asked)) {
        questions.add(context.inputName(column(asked)));
      }
    }
    return questions;
  }

  /** The places of a risk in people: one number where both ends round to it. */
  static Map<String, String> people(double from, double to) {
    int base = base(from);
    long few = StrictMath.round(from * base);
    long many = StrictMath.round(to * base);
    return Map.of(
        "base", Integer.toString(base),
        "n", range(few, many),
        "others", range(base - many, base - few),
        "years", Integer.toString(YEARS));
  }

  static int base(double risk) {
    return risk < SMALL ? 1000 : 100;
  }

  private static String range(long from, long to) {
    return from == to ? Long.toString(from) : from + "–" + to;
  }

  /** The name under which a pack asks about an earlier disease. */
  static String column(Exclusion condition) {
    return condition.name().toLowerCase(Locale.ROOT);
  }

  static PreventInputs inputs(InsightContext context, Inputs in) {
    return new PreventInputs(
        context.sex(),
        in.maybeNumber("age_years").orElse(null),
        in.maybeNumber("total_chol_mg_dl").orElse(null),
        in.maybeNumber("hdl_c_mg_dl").orElse(null),
        in.maybeNumber("sbp_mmhg").orElse(null),
        in.maybeFlag("on_bp_treatment").orElse(null),
        in.maybeFlag("diabetes").orElse(null),
        in.maybeFlag("current_smoker").orElse(null),
        in.maybeNumber("bmi_kg_m2").orElse(null),
        in.maybeNumber("egfr_ml_min_173").orElse(null),
        in.maybeFlag("on_statin").orElse(null));
  }
}
