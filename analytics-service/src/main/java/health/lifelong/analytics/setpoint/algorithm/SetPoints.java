package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.domain.Innovation;
import health.lifelong.analytics.setpoint.domain.PopulationInterval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SeriesBreak;
import health.lifelong.analytics.setpoint.domain.SetPoint;
import health.lifelong.analytics.setpoint.domain.SetPointOutcome;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.SetPointReport.Basis;
import health.lifelong.analytics.setpoint.domain.Variation;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's own level of an item by parametric empirical Bayes, and what each visit says against
 * it. The level starts anew at every series break.
 *
 * <p>Between-person variance is the variance of the population interval, ((upper - lower) /
 * 3.92)^2, less within-person and analytical variance. Items with a sourced variation but no
 * population interval get the reference change value only; the others are refused.
 */
public final class SetPoints {
  /**
   * From this ratio of the population's limits on, levels are taken as log-normal: a spread above
   * 17 % of the middle.
   */
  private static final double SKEWED_FROM_RATIO = 2;

  private static final double WIDTH_IN_SD = 3.92;

  private static final double ADULT = 18;

  private final SetPointParameters parameters;

  /** With one parameter set. */
  public SetPoints(SetPointParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads one series.
   *
   * @param item catalogue code
   * @param ageYears age at the last visit; null where unknown
   * @param visits in the item's own unit, in any order
   */
  public SetPointOutcome report(
      String item, @Nullable Sex sex, @Nullable Double ageYears, List<Visit> visits) {
    if (sex == null) {
      return refused(
          RefusalReason.INPUT_MISSING,
          "sex",
          "population and variation depend on sex at birth",
          "Ask: sex at birth");
    }
    if (ageYears == null) {
      return refused(
          RefusalReason.INPUT_MISSING,
          "age_years",
          "the parameters are those of adults",
          "Ask: age");
    }
    if (!(ageYears >= ADULT)) {
      return refused(
          RefusalReason.POPULATION, "age_years", "the parameters are those of adults", "");
    }
    if (visits.isEmpty()) {
      return refused(RefusalReason.INPUT_MISSING, item, "there is no visit", "Measure: " + item);
    }
    if (visits.stream().anyMatch(visit -> !(visit.value() > 0 && Double.isFinite(visit.value())))) {
      return refused(RefusalReason.OUT_OF_RANGE, item, "a value of this item is above zero", "");
    }
    Optional<Variation> variation = parameters.variation(item, sex);
    if (variation.isEmpty()) {
      return refused(
          RefusalReason.NOT_SERVED, item, "no sourced within-person variation of this item", "");
    }
    return report(item, sex, ageYears, variation.get(), lines(item, visits));
  }

  /**
   * How far the last visit lies from what the earlier ones of its line predicted; empty where there
   * is no earlier one, no set-point, or the series is refused.
   */
  public Optional<Innovation> innovation(
      String item, @Nullable Sex sex, @Nullable Double ageYears, List<Visit> visits) {
    if (!(report(item, sex, ageYears, visits) instanceof SetPointReport report)
        || report.setPoint() == null
        || sex == null
        || ageYears == null
        || report.currentLine().size() < 2) {
      return Optional.empty();
    }
    Prior prior = prior(item, sex, ageYears).orElseThrow();
    Baseline baseline = Baseline.before(prior);
    List<VisitVerdict> line = report.currentLine();
    for (VisitVerdict earlier : line.subList(0, line.size() - 1)) {
      baseline = baseline.after(new Visit(earlier.date(), earlier.value()));
    }
    VisitVerdict last = line.getLast();
    Posterior expected = baseline.on(last.date());
    double spread = expected.spread(prior.stepOf(last.value())) * baseline.width();
    return Optional.of(
        new Innovation(
            last.date(),
            expected.error(last.value()) / baseline.width(),
            StrictMath.sqrt(prior.within()) / spread));
  }

  /**
   * The prior of an item for this sex and age; empty where there is no interval or it leaves no
   * room for differences between persons.
   */
  public Optional<Prior> prior(String item, Sex sex, double ageYears) {
    Optional<Variation> variation = parameters.variation(item, sex);
    Optional<PopulationInterval> interval = parameters.interval(item, sex, ageYears);
    if (variation.isEmpty() || interval.isEmpty()) {
      return Optional.empty();
    }
    Scale scale = scale(item);
    double lower = scale.apply(interval.get().lower());
    double upper = scale.apply(interval.get().upper());
    double middle = (lower + upper) / 2;
    double sd = (upper - lower) / WIDTH_IN_SD;
    double within = scale.variance(variation.get().cviPct(), middle);
    double analytical = scale.variance(variation.get().cvaPct(), middle);
    double between = sd * sd - within - analytical;
    return between > 0
        ? Optional.of(
            new Prior(scale, middle, between, within, analytical, step(item), parameters.noise()))
        : Optional.empty();
  }

  /** One unit of the last digit that is reported; zero where the catalogue says nothing. */
  private static double step(String item) {
    return ItemCatalogue.standard()
        .byCode(item)
        .map(Item::decimals)
        .map(decimals -> StrictMath.pow(10, -decimals))
        .orElse(0.0);
  }

  private Scale scale(String item) {
    boolean skewed = parameters.widestRatio(item).filter(r -> r >= SKEWED_FROM_RATIO).isPresent();
    return skewed ? Scale.LOG : Scale.LINEAR;
  }

  private List<SeriesLine> lines(String item, List<Visit> visits) {
    List<Visit> ordered = visits.stream().sorted(Comparator.comparing(Visit::date)).toList();
    return SeriesLine.split(item, ordered, parameters.streamBreaks());
  }

  private SetPointReport report(
      String item, Sex sex, double ageYears, Variation variation, List<SeriesLine> lines) {
    Optional<Prior> prior = prior(item, sex, ageYears);
    List<VisitVerdict> verdicts = new ArrayList<>();
    List<SeriesBreak> breaks = new ArrayList<>();
    LineReading current = new LineReading(List.of(), null, null);
    for (SeriesLine line : lines) {
      Prior own = isOtherUnit(item, line.unit()) ? null : prior.orElse(null);
      current = LineReading.of(line.visits(), variation, own);
      verdicts.addAll(current.verdicts());
      if (line.opening() != null) {
        breaks.add(line.opening());
      }
    }
    SetPoint own = current.setPoint();
    return new SetPointReport(
        item,
        own,
        own == null ? noLevel(item, lines.getLast().unit()) : null,
        verdicts,
        breaks,
        verdicts.size() - current.verdicts().size(),
        current.lastAgainstEarlier(),
        new Basis(
            parameters.id(),
            parameters.version(),
            variation,
            own == null ? null : parameters.interval(item, sex, ageYears).orElse(null),
            own == null ? null : scale(item),
            step(item),
            parameters.noise()));
  }

  /** A declared unit that is not the one in which the population of the item is known. */
  private static boolean isOtherUnit(String item, String unit) {
    return !unit.isEmpty()
        && ItemCatalogue.standard()
            .byCode(item)
            .map(Item::ucum)
            .filter(known -> !known.equals(unit))
            .isPresent();
  }

  private static Refused noLevel(String item, String unit) {
    return isOtherUnit(item, unit)
        ? new Refused(
            RefusalReason.OUT_OF_RANGE,
            List.of(item),
            String.format(Locale.ROOT, "the population of this item is not known in %s", unit),
            "")
        : new Refused(
            RefusalReason.NOT_SERVED,
            List.of(item),
            "no verified population interval that is wider than the variation of one person",
            "");
  }

  private static SetPointOutcome refused(
      RefusalReason reason, String input, String detail, String wouldHelp) {
    return new SetPointOutcome.NoReport(new Refused(reason, List.of(input), detail, wouldHelp));
  }
}
