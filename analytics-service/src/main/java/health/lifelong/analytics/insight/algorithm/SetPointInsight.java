package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Series;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.pack.domain.Interval;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.pack.domain.SexLimit;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.analytics.setpoint.algorithm.SetPointCard;
import health.lifelong.analytics.setpoint.algorithm.SetPoints;
import health.lifelong.analytics.setpoint.domain.Origin;
import health.lifelong.analytics.setpoint.domain.SetPointOutcome;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.vocabulary.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Each item with a series against the person's own usual, changed ones first. */
final class SetPointInsight implements InsightRule {
  /** Answers and phone days are no laboratory series. */
  private static final Set<String> NO_SERIES = Set.of("questionnaire", "lifestyle");

  private static final int FEW_VISITS = 3;

  private final SetPoints setPoints;
  private final String parametersVersion;

  SetPointInsight(SetPointParameters parameters) {
    this.setPoints = new SetPoints(parameters);
    this.parametersVersion = "set-point parameters " + parameters.id() + " " + parameters.version();
  }

  @Override
  public ModelCard card() {
    return SetPointCard.CARD;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.CHECKUP);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    List<Item> items =
        context.history().itemsWithSeries().stream()
            .filter(item -> !NO_SERIES.contains(item.category()))
            .toList();
    if (items.isEmpty()) {
      return List.of();
    }
    Sex sex = context.sex();
    OptionalInt age = context.ageOn(context.checkupDay());
    if (sex == null || age.isEmpty()) {
      String asked = context.inputName(sex == null ? "sex" : "age_years");
      return List.of(
          draft(context, served, "all")
              .missing(List.of(new InputMissing(asked, InputMissing.Why.UNKNOWN)))
              .refusal(
                  Reason.INPUT_MISSING,
                  context.texts().say(Message.HELP_ASK, Map.of("what", asked))));
    }
    if (outOfBaseline(context)) {
      return List.of(
          draft(context, served, "all")
              .refusal(Reason.POPULATION, context.texts().say(Message.HELP_CLINICIAN)));
    }
    List<Insight> insights = new ArrayList<>();
    for (Item item : items) {
      insights.add(one(context, served, item.code(), sex));
    }
    return insights.stream().sorted(Comparator.comparing(Insight::place)).toList();
  }

  /**
   * Whether the last visit itself is kept out of the baseline: then nothing of today is compared.
   */
  private static boolean outOfBaseline(InsightContext context) {
    List<Visit> visits = context.history().datedVisits();
    return !visits.isEmpty() && context.history().stateOf(visits.getLast()) != null;
  }

  private Insight one(InsightContext context, ServedModel served, String item, Sex sex) {
    Series series = context.history().series(item);
    Reading last = series.readings().getLast();
    String name = context.itemName(item);
    Draft draft =
        draft(context, served, item)
            .used(series.readings().stream().map(r -> used(name, r)).toList());
    if (last.date().isBefore(context.checkupDay().minusDays(served.maximumAgeDays()))) {
      return draft
          .missing(List.of(new InputMissing(name, InputMissing.Why.TOO_OLD)))
          .refusal(
              Reason.INPUT_MISSING,
              name,
              context.texts().say(Message.HELP_RECENT, Map.of("what", name)));
    }
    SetPointOutcome outcome =
        setPoints.report(item, sex, (double) context.ageOn(last.date()).orElse(0), visits(series));
    return switch (outcome) {
      case SetPointOutcome.NoReport(Refused refused) -> refusal(context, draft, name, refused);
      case SetPointReport report -> said(context, draft, name, series, report);
    };
  }

  private static Insight refusal(
      InsightContext context, Draft draft, String name, Refused refused) {
    if (refused.reason() == RefusalReason.NOT_SERVED) {
      return draft.refusalSaying(
          Reason.NOT_SERVED,
          context.texts().say(Message.SETPOINT_NO_VARIATION, Map.of("item", name)),
          context.texts().say(Message.HELP_NONE));
    }
    return draft.refusal(
        Refusals.reason(refused.reason()), name, context.texts().say(Message.HELP_CLINICIAN));
  }

  private Insight said(
      InsightContext context, Draft draft, String name, Series series, SetPointReport report) {
    if (report.currentLine().size() < FEW_VISITS) {
      draft.limit(Message.LIMIT_FEW_VISITS);
    }
    if (series.readings().stream().anyMatch(Reading::unitAssumed)) {
      draft.limit(Message.LIMIT_UNIT_ASSUMED);
    }
    if (!report.breaks().isEmpty()) {
      int year = report.breaks().getLast().date().getYear();
      draft.limit(
          context.texts().say(Message.LIMIT_SERIES_BREAK, Map.of("year", Integer.toString(year))));
    }
    draft.source(report.basis().variation().source());
    Optional<Interval> limit = decisionLimit(context, series.itemCode());
    SetPointWords words = SetPointWords.of(report, limit);
    return draft
        .place(words.place())
        .result(
            context.texts().say(words.message(), Map.of("item", name, "count", words.count())),
            SetPointFacts.of(series, report, limit));
  }

  /**
   * The limits at which a guideline decides something about the item, if the pack has any for this
   * sex.
   */
  private static Optional<Interval> decisionLimit(InsightContext context, String item) {
    return context.intervalsOf(item).stream()
        .filter(i -> i.kind() == Interval.Kind.DECISION_LIMIT)
        .filter(i -> i.sex() == SexLimit.ANY || i.sex() == context.sexLimit())
        .findFirst();
  }

  private Draft draft(InsightContext context, ServedModel served, String subject) {
    return new Draft(context, served, card(), subject)
        .dataVersion(parametersVersion)
        .kinds(DataKind.CHECKUP);
  }

  private static List<health.lifelong.analytics.setpoint.domain.Visit> visits(Series series) {
    return series.readings().stream()
        .map(
            r ->
                new health.lifelong.analytics.setpoint.domain.Visit(
                    r.date(), r.value(), new Origin(r.unit(), r.method(), r.centre(), "")))
        .toList();
  }

  private static InputUsed used(String name, Reading reading) {
    return new InputUsed(name, reading.text(), reading.unit(), reading.date(), reading.method());
  }
}
