package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.fusion.algorithm.AlcoholFusion;
import health.lifelong.analytics.fusion.domain.AlcoholReading;
import health.lifelong.analytics.fusion.domain.Aldh2;
import health.lifelong.analytics.fusion.domain.Track;
import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.InputMissing;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.setpoint.algorithm.SetPoints;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.trait.domain.TraitResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The insight that needs all three kinds of data: the rs671 genotype, the answers on alcohol with
 * blood pressure and gamma-GT, and the phone's days around the visits. Where one kind is missing or
 * withheld it refuses, and says which and what would help.
 */
final class AlcoholFusionInsight implements InsightRule {
  private static final String SITE = "ALDH2 rs671";

  private final SetPoints setPoints;

  AlcoholFusionInsight(SetPointParameters parameters) {
    this.setPoints = new SetPoints(parameters);
  }

  @Override
  public ModelCard card() {
    return EngineCards.ALDH2_ALCOHOL;
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    Draft draft =
        new Draft(context, served, card(), "alcohol")
            .kinds(DataKind.CHECKUP, DataKind.GENOME, DataKind.LIFESTYLE);
    Optional<Insight> withheld = withheld(context, draft);
    if (withheld.isPresent()) {
      return List.of(withheld.get());
    }
    return switch (context.genetics()) {
      case GeneticAccess.Closed closed ->
          List.of(draft.refusal(closed.reason(), closed.wouldHelp()));
      case GeneticAccess.Open open ->
          switch (GeneticChannel.of(context, "aldh2_rs671")) {
            case GeneticChannel.Closed closed ->
                List.of(draft.refusal(closed.reason(), closed.wouldHelp()));
            case GeneticChannel.Open channel -> {
              if (channel.heldForClinician()) {
                draft.forClinician();
              }
              yield List.of(withGenome(context, served, draft, open));
            }
          };
    };
  }

  private static Optional<Insight> withheld(InsightContext context, Draft draft) {
    if (context.record().isWithheld(DataCategory.CHECKUP)) {
      return Optional.of(consent(context, draft, "input.consent_checkup"));
    }
    if (context.record().isWithheld(DataCategory.LIFESTYLE)) {
      return Optional.of(consent(context, draft, "input.consent_lifestyle"));
    }
    return Optional.empty();
  }

  private static Insight consent(InsightContext context, Draft draft, String textId) {
    String what = context.texts().say(textId);
    return draft
        .missing(List.of(new InputMissing(what, InputMissing.Why.WITHHELD)))
        .refusal(Reason.CONSENT, context.texts().say(Message.HELP_CONSENT, Map.of("what", what)));
  }

  private Insight withGenome(
      InsightContext context, ServedModel served, Draft draft, GeneticAccess.Open open) {
    Optional<TraitResult.Called> genotype =
        open.report().traits().stream()
            .filter(t -> t.trait().id().equals("aldh2"))
            .filter(TraitResult.Called.class::isInstance)
            .map(TraitResult.Called.class::cast)
            .findFirst();
    if (genotype.isEmpty()) {
      return draft
          .missing(List.of(new InputMissing(SITE, InputMissing.Why.UNKNOWN)))
          .refusal(
              Reason.COVERAGE, context.texts().say(Message.HELP_GENOME_SITE, Map.of("what", SITE)));
    }
    String bases = genotype.get().genotypes().getOrDefault("rs671", "");
    draft.used(List.of(new InputUsed(SITE, bases, "", null, open.report().build())));
    otherGene(open).ifPresent(input -> draft.used(List.of(input)));
    AlcoholSignals signals = AlcoholSignals.of(context, served, setPoints);
    draft.used(signals.used());
    if (context.questionnaire().drinking(context.checkupDay(), served.maximumAgeDays())
        instanceof Drinking.Unknown) {
      String what = context.inputName("alcohol");
      return draft
          .missing(List.of(new InputMissing(what, InputMissing.Why.UNKNOWN)))
          .refusal(
              Reason.UNKNOWN_HISTORY, context.texts().say(Message.HELP_ASK, Map.of("what", what)));
    }
    if (signals.measured().isEmpty()) {
      String what = context.texts().say("input.checkup_values");
      return draft
          .missing(List.of(new InputMissing(what, InputMissing.Why.NOT_MEASURED)))
          .refusal(
              Reason.INPUT_MISSING,
              context.texts().say(Message.HELP_MEASURE, Map.of("what", what)));
    }
    if (signals.phone().isEmpty()) {
      return draft
          .missing(
              List.of(
                  new InputMissing(
                      context.texts().say("signal.steps"), InputMissing.Why.NOT_MEASURED),
                  new InputMissing(
                      context.texts().say("signal.resting_heart_rate"),
                      InputMissing.Why.NOT_MEASURED)))
          .refusal(Reason.INPUT_MISSING, context.texts().say(Message.HELP_PHONE));
    }
    AlcoholReading reading =
        AlcoholFusion.read(
            enzyme(genotype.get()), signals.answers(), signals.measured(), signals.phone());
    return said(context, draft, bases, signals, reading);
  }

  private static Insight said(
      InsightContext context,
      Draft draft,
      String bases,
      AlcoholSignals signals,
      AlcoholReading reading) {
    draft.limit(Message.LIMIT_ASSOCIATED).limit(Message.LIMIT_ONE_GENE);
    for (Track track : signals.measured()) {
      if (track.beyondChance() == null && track.points().size() > 1) {
        String item = context.itemName(track.subject());
        draft.limit(context.texts().say(Message.FUSION_DIRECTION_ONLY, Map.of("item", item)));
      }
    }
    boolean urgent = reading.advice() == AlcoholReading.Advice.CARRIER_DRINKS;
    return draft
        .place(urgent ? Place.NEXT : Place.CONTEXT)
        .result(
            context.texts().say(AlcoholWords.message(reading.advice())),
            AlcoholWords.facts(context, bases, signals, reading));
  }

  private static Optional<InputUsed> otherGene(GeneticAccess.Open open) {
    List<InputUsed> found = new ArrayList<>();
    for (TraitResult result : open.report().traits()) {
      if (result instanceof TraitResult.Called called && called.trait().id().equals("adh1b")) {
        String bases = called.genotypes().getOrDefault("rs1229984", "");
        found.add(new InputUsed("ADH1B rs1229984", bases, "", null, called.result().name()));
      }
    }
    return found.stream().findFirst();
  }

  private static Aldh2 enzyme(TraitResult.Called called) {
    return switch (called.result().name()) {
      case "normal" -> Aldh2.ACTIVE;
      case "reduced" -> Aldh2.REDUCED;
      default -> Aldh2.INACTIVE;
    };
  }
}
