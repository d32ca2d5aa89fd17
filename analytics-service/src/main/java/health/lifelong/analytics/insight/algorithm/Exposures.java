package health.lifelong.analytics.insight.algorithm;

import health.lifelong.analytics.fusion.domain.RiskFactor;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.insight.domain.DataKind;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.record.domain.DataCategory;
import health.lifelong.analytics.record.domain.Value.Comparator;
import health.lifelong.analytics.trait.domain.TraitResult;
import java.util.Optional;

/**
 * How much of a risk factor a person has. Unknown is empty, never none; so is a gene that consent
 * or the pack does not open, or that a clinician tells first.
 */
record Exposures(InsightContext context, int maximumDays) {
  /** A device's weeks say nothing of today after this. */
  private static final int PHONE_DAYS = 90;

  /** An amount, what it was read from, and the kind of data that is. */
  record Found(double value, InputUsed used, DataKind kind) {}

  Optional<Found> of(RiskFactor factor) {
    return switch (factor.exposure()) {
      case STEPS -> phone("steps");
      case RESTING_HEART_RATE -> phone("resting_heart_rate");
      case ACTIVITY_RULE -> rule();
      case VIGOROUS_DAYS -> told("PA_VIG_DAYS");
      case RS671_A -> rs671(factor.id());
    };
  }

  private Optional<Found> phone(String signal) {
    if (context.record().isWithheld(DataCategory.LIFESTYLE)) {
      return Optional.empty();
    }
    return context
        .phone()
        .lastDay(signal)
        .filter(day -> !day.plusDays(PHONE_DAYS).isBefore(context.asOf()))
        .flatMap(day -> context.phone().weeksUpTo(signal, day))
        .map(
            weeks ->
                new Found(
                    weeks.mean(),
                    new InputUsed(
                        context.texts().say("signal." + signal),
                        Long.toString(StrictMath.round(weeks.mean())),
                        weeks.unit(),
                        weeks.lastDay(),
                        weeks.days() + " d, " + weeks.source()),
                    DataKind.LIFESTYLE));
  }

  private Optional<Found> rule() {
    return ToldActivity.of(context, maximumDays)
        .map(
            told -> {
              String met = told.enough() ? "1" : "0";
              return new Found(
                  told.enough() ? 1 : 0,
                  new InputUsed(context.inputName("active"), met, "", told.date(), ""),
                  DataKind.CHECKUP);
            });
  }

  private Optional<Found> told(String item) {
    return context.history().latest(item, context.checkupDay(), maximumDays)
                instanceof Latest.Found(Reading reading)
            && reading.comparator() == Comparator.EQUAL
        ? Optional.of(
            new Found(
                reading.value(),
                new InputUsed(
                    context.itemName(item), reading.text(), reading.unit(), reading.date(), ""),
                DataKind.CHECKUP))
        : Optional.empty();
  }

  private Optional<Found> rs671(String finding) {
    if (!(context.genetics() instanceof GeneticAccess.Open open)
        || !(GeneticChannel.of(context, finding) instanceof GeneticChannel.Open channel)
        || channel.heldForClinician()) {
      return Optional.empty();
    }
    return open.report().traits().stream()
        .filter(trait -> trait.trait().id().equals("aldh2"))
        .filter(TraitResult.Called.class::isInstance)
        .map(TraitResult.Called.class::cast)
        .map(called -> called.genotypes().getOrDefault("rs671", ""))
        .filter(bases -> !bases.isEmpty())
        .map(
            bases ->
                new Found(
                    bases.chars().filter(base -> base == 'A').count(),
                    new InputUsed("rs671", bases, "", null, open.report().build()),
                    DataKind.GENOME))
        .findFirst();
  }
}
