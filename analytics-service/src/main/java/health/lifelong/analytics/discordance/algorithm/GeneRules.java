package health.lifelong.analytics.discordance.algorithm;

import health.lifelong.analytics.discordance.domain.Discordance;
import health.lifelong.analytics.discordance.domain.Discordance.Kind;
import health.lifelong.analytics.discordance.domain.Limits;
import health.lifelong.analytics.discordance.domain.Limits.Range;
import health.lifelong.analytics.discordance.domain.Side;
import health.lifelong.analytics.discordance.domain.Side.Source;
import health.lifelong.analytics.discordance.domain.Signals;
import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What genes say against what is measured, told or taken: what is measured counts. */
final class GeneRules {
  private GeneRules() {}

  static List<Discordance> all(Signals signals, Limits limits) {
    List<Discordance> found = new ArrayList<>();
    alcohol(signals, limits).ifPresent(found::add);
    for (Signals.Inherited prediction : signals.inherited()) {
      measured(prediction, signals, limits).ifPresent(found::add);
    }
    for (Signals.MedicineGene taken : signals.medicineGenes()) {
      found.add(Sides.open(Kind.MEDICINE_GENE, taken.medicine(), taken.gene()));
    }
    return found;
  }

  private static Optional<Discordance> alcohol(Signals signals, Limits limits) {
    Side gene = signals.alcoholGene();
    if (gene == null || signals.drinking().isEmpty()) {
      return Optional.empty();
    }
    return signals.drinking().getLast() instanceof Drinking.Grams grams
            && grams.lowPerWeek() >= limits.muchAlcohol()
        ? Optional.of(
            Sides.counts(
                Kind.ALCOHOL_GENE,
                new Side(
                    Source.TOLD,
                    grams.basis(),
                    String.format(Locale.ROOT, "%.0f", grams.lowPerWeek()),
                    "g/wk",
                    grams.date()),
                gene))
        : Optional.empty();
  }

  private static Optional<Discordance> measured(
      Signals.Inherited prediction, Signals signals, Limits limits) {
    Optional<Reading> reading = signals.reading(prediction.item()).filter(Sides::exact);
    Optional<Range> range = limits.range(prediction.item());
    if (reading.isEmpty() || range.isEmpty()) {
      return Optional.empty();
    }
    double value = reading.get().value();
    // A side of the range that has no end cannot be contradicted.
    boolean against =
        prediction.expectedHigh()
            ? range.get().high() != null && !range.get().above(value)
            : range.get().low() != null && !range.get().below(value);
    return against
        ? Optional.of(
            Sides.counts(Kind.INHERITED_MEASURED, Sides.measured(reading.get()), prediction.gene()))
        : Optional.empty();
  }
}
