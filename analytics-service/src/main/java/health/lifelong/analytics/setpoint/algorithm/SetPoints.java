package health.lifelong.analytics.setpoint.algorithm;

import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.domain.PopulationInterval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.Scale;
import health.lifelong.analytics.setpoint.domain.SetPointOutcome;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.SetPointReport.Basis;
import health.lifelong.analytics.setpoint.domain.Variation;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Expectation;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Verdict;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's own level of an item by parametric empirical Bayes, and what each visit says against
 * it.
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
    List<Visit> ordered = visits.stream().sorted(Comparator.comparing(Visit::date)).toList();
    return report(item, sex, variation.get(), ordered);
  }

  /**
   * The prior of an item; empty where there is no interval or it leaves no room for differences
   * between persons.
   */
  public Optional<Prior> prior(String item, Sex sex) {
    Optional<Variation> variation = parameters.variation(item, sex);
    Optional<PopulationInterval> interval = parameters.interval(item, sex);
    if (variation.isEmpty() || interval.isEmpty()) {
      return Optional.empty();
    }
    Scale scale = scale(item);
    double lower = scale.apply(interval.get().lower());
    double upper = scale.apply(interval.get().upper());
    double middle = (lower + upper) / 2;
    double sd = (upper - lower) / WIDTH_IN_SD;
    double noise =
        switch (scale) {
          case LINEAR -> variation.get().varianceAt(middle);
          case LOG -> variation.get().logVariance();
        };
    double between = sd * sd - noise;
    return between > 0 ? Optional.of(new Prior(scale, middle, between, noise)) : Optional.empty();
  }

  private Scale scale(String item) {
    boolean skewed = parameters.widestRatio(item).filter(r -> r >= SKEWED_FROM_RATIO).isPresent();
    return skewed ? Scale.LOG : Scale.LINEAR;
  }

  private SetPointReport report(String item, Sex sex, Variation variation, List<Visit> visits) {
    Optional<Prior> prior = prior(item, sex);
    @Nullable Posterior posterior = prior.map(Posterior::before).orElse(null);
    List<VisitVerdict> verdicts = new ArrayList<>();
    @Nullable Visit before = null;
    for (Visit visit : visits) {
      verdicts.add(verdict(before, visit, variation, posterior));
      posterior = posterior == null ? null : posterior.after(visit.value());
      before = visit;
    }
    boolean known = posterior != null;
    return new SetPointReport(
        item,
        posterior == null ? null : posterior.setPoint(),
        known ? null : noInterval(item),
        verdicts,
        lastAgainstEarlier(visits, variation),
        new Basis(
            parameters.version(),
            variation,
            known ? parameters.interval(item, sex).orElse(null) : null,
            known ? scale(item) : null));
  }

  private static VisitVerdict verdict(
      @Nullable Visit before, Visit visit, Variation variation, @Nullable Posterior earlier) {
    double up = ReferenceChange.up(variation, ReferenceChange.Z95);
    double down = ReferenceChange.down(variation, ReferenceChange.Z95);
    Expectation expectation = earlier == null ? null : expectation(earlier, visit.value());
    if (before == null) {
      return new VisitVerdict(
          visit.date(), visit.value(), null, null, up, down, Verdict.FIRST, expectation);
    }
    double change = ReferenceChange.change(before.value(), visit.value());
    long days = ChronoUnit.DAYS.between(before.date(), visit.date());
    return new VisitVerdict(
        visit.date(),
        visit.value(),
        days,
        change,
        up,
        down,
        compare(change, up, down),
        expectation);
  }

  private static @Nullable VisitVerdict lastAgainstEarlier(
      List<Visit> visits, Variation variation) {
    int earlier = visits.size() - 1;
    if (earlier < 2) {
      return null;
    }
    double sum = 0;
    for (Visit visit : visits.subList(0, earlier)) {
      sum += visit.value();
    }
    Visit last = visits.getLast();
    double change = ReferenceChange.change(sum / earlier, last.value());
    double up = ReferenceChange.against(variation, ReferenceChange.Z95, earlier);
    double down = ReferenceChange.against(variation, -ReferenceChange.Z95, earlier);
    long days = ChronoUnit.DAYS.between(visits.getFirst().date(), last.date());
    return new VisitVerdict(
        last.date(), last.value(), days, change, up, down, compare(change, up, down), null);
  }

  private static Verdict compare(double change, double up, double down) {
    if (change > up) {
      return Verdict.RISE;
    }
    return change < down ? Verdict.FALL : Verdict.STABLE;
  }

  private static Expectation expectation(Posterior earlier, double value) {
    if (earlier.prediction().contains(value)) {
      return Expectation.WITHIN;
    }
    return value > earlier.prediction().high() ? Expectation.ABOVE : Expectation.BELOW;
  }

  private static Refused noInterval(String item) {
    return new Refused(
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
