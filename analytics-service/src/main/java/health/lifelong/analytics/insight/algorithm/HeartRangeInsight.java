package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.cardiovascular.algorithm.Score2;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.algorithm.Serving;
import health.lifelong.analytics.model.domain.Exclusion;
import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.analytics.model.domain.ModelResult;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.pack.domain.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SCORE2 Asia-Pacific in people of 100, as the range over the country groups that the pack allows
 * for: the exact group of a country may not be confirmed yet.
 */
final class HeartRangeInsight extends FormulaInsight {
  private static final String REGION = "risk_region";
  private static final Line CVD = new Line("cvd_10y", List.of("cvd_10y"));

  /** Earlier heart or vessel disease is one question to a person. */
  private static final Set<Exclusion> ASKED =
      EnumSet.of(
          Exclusion.CARDIOVASCULAR_DISEASE,
          Exclusion.CHRONIC_KIDNEY_DISEASE,
          Exclusion.FAMILIAL_HYPERCHOLESTEROLAEMIA);

  private final Score2 model;

  HeartRangeInsight() {
    this(Score2.asiaPacific());
  }

  private HeartRangeInsight(Score2 model) {
    super(model);
    this.model = model;
  }

  /** Whether this model, where the pack serves it, says a person's risk before any other does. */
  static boolean isFirstFor(InsightContext context, Inputs inputs) {
    ModelInput age = Score2.asiaPacific().card().input("age_years");
    return context.pack().model("score2_asia_pacific").isPresent()
        && !inputs.maybeFlag("diabetes").orElse(true)
        && inputs.maybeNumber("age_years").filter(age::inRange).isPresent();
  }

  @Override
  List<Line> lines(InsightContext context) {
    return List.of(CVD);
  }

  @Override
  List<ModelInput> declared(InsightContext context, Line line) {
    return super.declared(context, line).stream()
        .filter(input -> !input.name().equals(REGION))
        .toList();
  }

  @Override
  ModelResult serve(InsightContext context, Line line, Inputs inputs) {
    return serve(context, inputs, "score2.group_from");
  }

  private ModelResult serve(InsightContext context, Inputs inputs, String threshold) {
    int group = context.pack().required(threshold).intValueExact();
    String region = card().input(REGION).choices().get(group - 1);
    return Serving.serve(
        model, CVD.outputs(), inputs.toBuilder().text(REGION, region).build(), context.situation());
  }

  @Override
  Insight said(InsightContext context, Draft draft, Line line, Computed low, Inputs inputs) {
    double from = low.number("cvd_10y").orElseThrow();
    double to =
        serve(context, inputs, "score2.group_to") instanceof Computed high
            ? high.number("cvd_10y").orElseThrow()
            : from;
    Set<Exclusion> unknown =
        low.conditions().stream().filter(ASKED::contains).collect(Collectors.toSet());
    List<String> questions =
        unknown.stream()
            .sorted()
            .map(condition -> context.inputName(HeartRiskInsight.column(condition)))
            .toList();
    questions.forEach(
        question -> draft.missing(List.of(new InputMissing(question, InputMissing.Why.UNKNOWN))));
    if (!questions.isEmpty()) {
      draft.limit(
          context.texts().say(Message.HELP_ASK, Map.of("what", String.join(", ", questions))));
    }
    Map<String, String> people = HeartRiskInsight.people(from, to);
    Facts.Builder facts =
        Facts.of()
            .number("of", HeartRiskInsight.base(from))
            .number("years", HeartRiskInsight.YEARS)
            .number("cvd_10y_from", from)
            .number("cvd_10y_to", to)
            .flag("conditional", !questions.isEmpty());
    if (people.equals(HeartRiskInsight.people(from, from))) {
      facts.number("people", StrictMath.round(from * HeartRiskInsight.base(from)));
    } else {
      draft.limit(Message.LIMIT_COUNTRY_GROUP);
    }
    return draft
        .place(Place.MATTERS)
        .result(
            context.texts().say(questions.isEmpty() ? Message.RISK : Message.RISK_IF, people),
            facts.build());
  }
}
