package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.discordance.algorithm.DiscordanceList;
import health.lifelong.analytics.discordance.domain.Discordance;
import health.lifelong.analytics.discordance.domain.Discordance.Kind;
import health.lifelong.analytics.discordance.domain.Side;
import health.lifelong.analytics.discordance.domain.Side.Source;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Place;
import health.lifelong.analytics.model.domain.ModelCard;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.ServedModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What in a record does not fit together, each with both sides and their dates. */
final class DiscordanceInsight implements InsightRule {

  @Override
  public ModelCard card() {
    return ActionCards.DISCORDANCE;
  }

  @Override
  public List<Insight> apply(InsightContext context, ServedModel served) {
    return DiscordanceList.of(
            DiscordanceSignals.of(context, served.maximumAgeDays()),
            DiscordanceSignals.limits(context))
        .stream()
        .map(found -> one(context, served, found))
        .toList();
  }

  private Insight one(InsightContext context, ServedModel served, Discordance found) {
    Draft draft =
        new Draft(context, served, card(), subject(found))
            .used(found.sides().stream().map(side -> input(context, side)).toList())
            .limit(Message.LIMIT_SIDES)
            .kinds(DataKind.CHECKUP)
            .place(Place.NEXT);
    for (Side side : found.sides()) {
      switch (side.source()) {
        case INHERITED -> draft.kinds(DataKind.GENOME).limit(Message.LIMIT_ONE_GENE);
        case DEVICE -> draft.kinds(DataKind.LIFESTYLE);
        case TOLD, LISTED, MEASURED -> {}
      }
    }
    if (found.kind() == Kind.INHERITED_MEASURED || found.kind() == Kind.ALCOHOL_GENE) {
      draft.limit(Message.LIMIT_MEASURED_COUNTS);
    }
    if (found.kind() == Kind.MEDICINE_GENE) {
      draft.forClinician();
    }
    return draft.result(
        context.texts().say("discordance." + found.kind()),
        Facts.of()
            .text("kind", found.kind().name())
            .flag("first_side_counts", found.counts())
            .groups("sides", found.sides().stream().map(side -> facts(context, side)).toList())
            .build());
  }

  /** One of a kind, but where several medicines or predictions can disagree. */
  private static String subject(Discordance found) {
    String kind = found.kind().name().toLowerCase(Locale.ROOT);
    return switch (found.kind()) {
      case INHERITED_MEASURED, MEDICINE_GENE -> kind + "_" + found.sides().getFirst().subject();
      case SMOKING_HISTORY,
          SMOKING_AMOUNT,
          ALCOHOL_ANSWERS,
          ALCOHOL_GGT,
          ACTIVITY_STEPS,
          BMI_WAIST,
          BMI_WEIGHT,
          PRESSURE_HOME,
          GLUCOSE_HBA1C,
          DIABETES_MEDICINE,
          PRESSURE_MEDICINE,
          BLOOD_GROUP,
          ALCOHOL_GENE ->
          kind;
    };
  }

  private static Facts facts(InsightContext context, Side side) {
    Facts.Builder facts =
        Facts.of()
            .text("source", side.source().name().toLowerCase(Locale.ROOT))
            .text("name", name(context, side))
            .text("value", side.value());
    LocalDate date = side.date();
    if (date != null) {
      facts.text("date", date.toString());
    }
    return facts.build();
  }

  private static InputUsed input(InsightContext context, Side side) {
    return new InputUsed(name(context, side), side.value(), side.unit(), side.date(), "");
  }

  private static String name(InsightContext context, Side side) {
    if (side.source() == Source.DEVICE) {
      return context.texts().say("signal." + side.subject());
    }
    return switch (side.subject()) {
      case "activity" -> context.texts().say("input.told_active");
      case "DIABETES_MEDICINE", "PRESSURE_MEDICINE" -> context.texts().say("input.medicine");
      default ->
          side.subject().startsWith("ALC_")
              ? context.texts().say("signal.alcohol")
              : context.itemName(side.subject());
    };
  }
}
