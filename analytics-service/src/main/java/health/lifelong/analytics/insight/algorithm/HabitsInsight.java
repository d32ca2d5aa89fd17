package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.evidence.algorithm.LifestyleEvidence;
import health.lifelong.analytics.evidence.domain.EvidenceEstimate;
import health.lifelong.analytics.evidence.domain.EvidenceResult;
import health.lifelong.analytics.evidence.domain.EvidenceTable;
import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.DataCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resting pulse, alcohol and smoking beside what cohorts saw: associated, never a promise, and less
 * alcohol or tobacco is the only direction that is ever advised.
 */
final class HabitsInsight implements InsightRule {
  private static final int ADULT = 18;
  private static final String PULSE = "resting_heart_rate";

  /** The study's own bands: from here on others lived longer. */
  private static final double SLOW_PULSE = 80;

  private final LifestyleEvidence evidence = LifestyleEvidence.standard();

  @Override
  public ModelCard card() {
    return EngineCards.HABITS;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.CHECKUP, InputPart.LIFESTYLE, InputPart.DAY);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    if (context.ageOn(context.asOf()).orElse(ADULT) < ADULT) {
      return List.of(
          draft(context, served, "all")
              .refusal(Reason.POPULATION, context.texts().say(Message.HELP_CLINICIAN)));
    }
    List<Insight> insights = new ArrayList<>();
    insights.add(pulse(context, served));
    if (!context.record().isWithheld(DataCategory.CHECKUP)) {
      alcohol(context, served).ifPresent(insights::add);
      smoking(context, served).ifPresent(insights::add);
    }
    return insights;
  }

  private Draft draft(InsightContext context, ServedModel served, String subject) {
    return new Draft(context, served, card(), subject)
        .dataVersion("lifestyle evidence " + EvidenceTable.VERSION)
        .limit(Message.LIMIT_ASSOCIATED);
  }

  private Insight pulse(InsightContext context, ServedModel served) {
    Draft draft = draft(context, served, PULSE).kinds(DataKind.LIFESTYLE);
    String name = context.texts().say("signal." + PULSE);
    if (context.record().isWithheld(DataCategory.LIFESTYLE)) {
      String what = context.texts().say("input.consent_lifestyle");
      return draft.refusal(
          Reason.CONSENT, name, context.texts().say(Message.HELP_CONSENT, Map.of("what", what)));
    }
    LocalDate last = context.phone().lastDay(PULSE).orElse(context.asOf());
    Optional<PhoneDays.Typical> typical = context.phone().weeksUpTo(PULSE, last);
    if (typical.isEmpty() || last.isBefore(context.asOf().minusDays(served.maximumAgeDays()))) {
      InputMissing.Why why =
          typical.isEmpty() ? InputMissing.Why.NOT_MEASURED : InputMissing.Why.TOO_OLD;
      return draft
          .missing(List.of(new InputMissing(name, why)))
          .refusal(Reason.INPUT_MISSING, name, context.texts().say(Message.HELP_PHONE));
    }
    PhoneDays.Typical found = typical.get();
    double rate = found.median();
    draft.used(
        List.of(
            new InputUsed(
                name,
                number(rate),
                found.unit(),
                found.lastDay(),
                found.days() + " d, " + found.source())));
    EvidenceResult result = evidence.restingHeartRate(rate);
    if (result instanceof EvidenceResult.NoEstimate(Refused refused)
        && refused.reason() == RefusalReason.OUT_OF_RANGE) {
      return draft.refusal(Reason.OUT_OF_RANGE, name, context.texts().say(Message.HELP_CLINICIAN));
    }
    Facts.Builder facts = Facts.of().number("beats_per_minute", rate);
    boolean fast = rate > SLOW_PULSE;
    estimate(facts, result);
    return draft
        .place(fast ? Place.NEXT : Place.STABLE)
        .result(
            context
                .texts()
                .say(
                    fast ? Message.HABIT_PULSE_FAST : Message.HABIT_PULSE,
                    Map.of("value", number(rate))),
            facts.build());
  }

  private Optional<Insight> alcohol(InsightContext context, ServedModel served) {
    Drinking drinking =
        context.questionnaire().drinking(context.checkupDay(), served.maximumAgeDays());
    return switch (drinking) {
      case Drinking.Abstains none -> Optional.empty();
      case Drinking.AmountUnknown some -> Optional.empty();
      case Drinking.Unknown unknown -> Optional.empty();
      case Drinking.Grams grams -> Optional.of(drinks(context, served, grams));
    };
  }

  /** Read at the lower end of what the answers allow, so that nothing is overstated. */
  private Insight drinks(InsightContext context, ServedModel served, Drinking.Grams grams) {
    Facts.Builder facts =
        Facts.of()
            .number("grams_per_week_low", grams.lowPerWeek())
            .number("grams_per_week_high", grams.highPerWeek());
    boolean more = estimate(facts, evidence.alcohol(grams.lowPerWeek() / 7, context.sex()));
    return draft(context, served, "alcohol")
        .kinds(DataKind.CHECKUP)
        .used(
            List.of(
                new InputUsed(
                    context.texts().say("signal.alcohol"),
                    number(grams.lowPerWeek()) + "-" + number(grams.highPerWeek()),
                    "g/wk",
                    grams.date(),
                    grams.basis())))
        .place(more ? Place.NEXT : Place.CONTEXT)
        .result(
            context
                .texts()
                .say(
                    more ? Message.HABIT_ALCOHOL_MORE : Message.HABIT_ALCOHOL_SOME,
                    Map.of("grams", number(grams.lowPerWeek()))),
            facts.build());
  }

  private Optional<Insight> smoking(InsightContext context, ServedModel served) {
    return context.questionnaire().smoking(context.checkupDay(), served.maximumAgeDays())
                instanceof Smoking.Told(Smoking.Status status, LocalDate date)
            && status == Smoking.Status.CURRENT
        ? Optional.of(
            draft(context, served, "smoking")
                .kinds(DataKind.CHECKUP)
                .used(
                    List.of(
                        new InputUsed(
                            context.inputName("current_smoker"),
                            context.texts().say(Message.VALUE_YES),
                            "",
                            date,
                            "")))
                .place(Place.NEXT)
                .result(
                    context.texts().say(Message.HABIT_SMOKING),
                    Facts.of().text("smoking", "current").text("evidence", "associated").build()))
        : Optional.empty();
  }

  /** Adds a published figure, and tells whether there is one. */
  private static boolean estimate(Facts.Builder facts, EvidenceResult result) {
    return switch (result) {
      case EvidenceResult.NoEstimate none -> false;
      case EvidenceEstimate estimate -> {
        facts
            .number("relative_risk", estimate.effect())
            .text("reference", estimate.reference())
            .text("outcome", estimate.outcome())
            .text("citation", estimate.citation())
            .text("evidence", "associated");
        yield true;
      }
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
