package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.evidence.algorithm.LifestyleEvidence;
import health.lifelong.analytics.evidence.algorithm.StepsMortalityCard;
import health.lifelong.analytics.evidence.domain.EvidenceEstimate;
import health.lifelong.analytics.evidence.domain.EvidenceResult;
import health.lifelong.analytics.evidence.domain.EvidenceTable;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputPart;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.DataCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Daily steps of the last four weeks against a published curve: associated, never a promise. */
final class StepsInsight implements InsightRule {
  private static final int ADULT = 18;

  /**
   * From here on the curve of people under 60 levels off (note of the same study); older people
   * earlier.
   */
  private static final double PLATEAU = 8000;

  private static final double PLATEAU_FROM_60 = 6000;
  private static final int OLDER = 60;

  private final LifestyleEvidence evidence = LifestyleEvidence.standard();

  @Override
  public ModelCard card() {
    return StepsMortalityCard.CARD;
  }

  @Override
  public Set<InputPart> reads() {
    return Set.of(InputPart.LIFESTYLE, InputPart.DAY);
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    return List.of(one(context, served));
  }

  private Insight one(InsightContext context, ServedModel served) {
    Draft draft =
        new Draft(context, served, card(), "steps")
            .dataVersion("lifestyle evidence " + EvidenceTable.VERSION)
            .limit(Message.LIMIT_ASSOCIATED)
            .limit(Message.LIMIT_PHONE_COUNTS)
            .kinds(DataKind.LIFESTYLE);
    if (context.record().isWithheld(DataCategory.LIFESTYLE)) {
      String what = context.texts().say("input.consent_lifestyle");
      return draft.refusal(
          Reason.CONSENT, context.texts().say(Message.HELP_CONSENT, Map.of("what", what)));
    }
    OptionalInt age = context.ageOn(context.asOf());
    if (age.isPresent() && age.getAsInt() < ADULT) {
      return draft.refusal(Reason.POPULATION, context.texts().say(Message.HELP_CLINICIAN));
    }
    LocalDate lastDay = context.phone().lastDay("steps").orElse(context.asOf());
    Optional<PhoneDays.Typical> typical = context.phone().weeksUpTo("steps", lastDay);
    if (typical.isEmpty() || lastDay.isBefore(context.asOf().minusDays(served.maximumAgeDays()))) {
      String name = context.texts().say("signal.steps");
      return draft
          .missing(
              List.of(
                  new InputMissing(
                      name,
                      typical.isEmpty()
                          ? InputMissing.Why.NOT_MEASURED
                          : InputMissing.Why.TOO_OLD)))
          .refusal(Reason.INPUT_MISSING, context.texts().say(Message.HELP_PHONE));
    }
    return estimated(context, draft, typical.get(), age);
  }

  private Insight estimated(
      InsightContext context, Draft draft, PhoneDays.Typical steps, OptionalInt age) {
    draft.used(
        List.of(
            new InputUsed(
                context.texts().say("signal.steps"),
                Long.toString(StrictMath.round(steps.mean())),
                steps.unit(),
                steps.lastDay(),
                steps.days() + " d, " + steps.source())));
    return switch (evidence.steps(steps.mean())) {
      case EvidenceResult.NoEstimate(var refused) ->
          draft.refusal(
              refused.reason() == RefusalReason.OUT_OF_RANGE
                  ? Reason.OUT_OF_RANGE
                  : Reason.NOT_SERVED,
              context.texts().say(Message.HELP_STEPS));
      case EvidenceEstimate estimate -> said(context, draft, steps, age, estimate);
    };
  }

  private static Insight said(
      InsightContext context,
      Draft draft,
      PhoneDays.Typical steps,
      OptionalInt age,
      EvidenceEstimate estimate) {
    double plateau = age.isPresent() && age.getAsInt() >= OLDER ? PLATEAU_FROM_60 : PLATEAU;
    boolean enough = steps.mean() >= plateau;
    Facts.Builder facts =
        Facts.of()
            .number("steps_per_day", steps.mean())
            .number("hazard_ratio", estimate.effect())
            .text("reference", estimate.reference())
            .text("outcome", estimate.outcome())
            .flag("interpolated", estimate.interpolated())
            .text("evidence", "associated");
    Double low = estimate.ciLow();
    Double high = estimate.ciHigh();
    if (low != null && high != null) {
      facts.number("ci_low", low).number("ci_high", high);
    }
    return draft
        .place(enough ? Place.STABLE : Place.NEXT)
        .result(
            context
                .texts()
                .say(
                    enough ? Message.STEPS_KEEP : Message.STEPS_MORE,
                    Map.of("steps", Long.toString(StrictMath.round(steps.mean())))),
            facts.build());
  }
}
