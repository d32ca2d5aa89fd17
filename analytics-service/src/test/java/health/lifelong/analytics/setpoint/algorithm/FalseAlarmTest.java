package health.lifelong.analytics.setpoint.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.setpoint.algorithm.SimulatedPersons.Seen;
import health.lifelong.analytics.setpoint.domain.PopulationInterval;
import health.lifelong.analytics.setpoint.domain.Prior;
import health.lifelong.analytics.setpoint.domain.SetPointParameters;
import health.lifelong.analytics.setpoint.domain.SetPointReport;
import health.lifelong.analytics.setpoint.domain.Visit;
import health.lifelong.analytics.setpoint.domain.VisitVerdict.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often a person in whom nothing changes is told that something did, and how soon a real change
 * is seen.
 */
class FalseAlarmTest {
  private static final long SEED = 20261124;
  private static final double AGE = 45;
  private static final int VISITS = 10;

  /** The fifth visit. */
  private static final int SHIFT_AT = 4;

  private final SetPointParameters parameters = SetPointParameters.standard();
  private final SetPoints setPoints = new SetPoints(parameters);

  /** One item for one sex. */
  private record Case(String item, Sex sex, Prior prior) {
    SimulatedPersons people() {
      return new SimulatedPersons(
          prior, new Random(SEED + item.hashCode() + sex.name().hashCode()));
    }
  }

  @Test
  void ofStablePersonsFivePerCentOfVisitsFallOutsideWithinHalfAPoint() {
    asAssumed(3_000);
  }

  @Test
  @Tag("long")
  void ofManyStablePersonsFivePerCentOfVisitsFallOutsideWithinHalfAPoint() {
    asAssumed(100_000);
  }

  @Test
  void underNoiseAsItIsFivePerCentFallOutsideWithinOneAndAHalfPoints() {
    realistic(3_000);
  }

  @Test
  @Tag("long")
  void ofManyUnderNoiseAsItIsFivePerCentFallOutsideWithinOneAndAHalfPoints() {
    realistic(100_000);
  }

  /** In so few persons the mean of one item is uncertain by a tenth of a visit. */
  @Test
  void aLastingShiftOfThreeDeviationsIsSeenAVisitEarlierThanByThePopulationRange() {
    shifts(1_500, 0.7);
  }

  @Test
  @Tag("long")
  void inManyALastingShiftOfThreeDeviationsIsSeenAVisitEarlierThanByThePopulationRange() {
    shifts(100_000, 1);
  }

  private void asAssumed(int persons) {
    Map<String, Double> rates =
        forEveryCase(
            "false alarms as assumed, " + persons + " persons an item",
            c -> {
              SimulatedPersons people = c.people();
              long alarms = 0;
              for (int person = 0; person < persons; person++) {
                alarms +=
                    report(c, people.asAssumed(VISITS)).verdicts().stream()
                        .skip(1)
                        .filter(verdict -> verdict.expectation() != Expectation.WITHIN)
                        .count();
              }
              return (double) alarms / ((VISITS - 1L) * persons);
            });
    rates.forEach((item, rate) -> assertThat(rate).as(item).isBetween(0.045, 0.055));
  }

  private void realistic(int persons) {
    Map<String, Double> rates =
        forEveryCase(
            "false alarms under noise as it is, " + persons + " persons an item",
            c -> realisticRate(c, persons));
    rates.forEach((item, rate) -> assertThat(rate).as(item).isBetween(0.035, 0.065));
  }

  private double realisticRate(Case c, int persons) {
    SimulatedPersons people = c.people();
    long alarms = 0;
    long counted = 0;
    for (int person = 0; person < persons; person++) {
      List<Seen> seen = people.realistic(VISITS);
      SetPointReport report = report(c, seen.stream().map(Seen::visit).toList());
      for (int i = 1; i < VISITS; i++) {
        if (!seen.get(i).outlier()) {
          counted++;
          alarms += report.verdicts().get(i).expectation() == Expectation.WITHIN ? 0 : 1;
        }
      }
    }
    return (double) alarms / counted;
  }

  private void shifts(int persons, double least) {
    Map<String, Double> earlier =
        forEveryCase(
            "visits earlier than by the population range, " + persons + " persons an item",
            c -> {
              SimulatedPersons people = c.people();
              PopulationInterval range = parameters.interval(c.item(), c.sex(), AGE).orElseThrow();
              double own = 0;
              double population = 0;
              for (int person = 0; person < persons; person++) {
                List<Visit> series = people.shifted(VISITS, SHIFT_AT, 3);
                SetPointReport report = report(c, series);
                own += firstSeen(i -> report.verdicts().get(i).expectation() == Expectation.ABOVE);
                population += firstSeen(i -> series.get(i).value() > range.upper());
              }
              return (population - own) / persons;
            });
    earlier.forEach((item, visits) -> assertThat(visits).as(item).isGreaterThan(least));
    assertThat(earlier.values().stream().mapToDouble(Double::doubleValue).average().orElse(0))
        .isGreaterThan(1);
  }

  private SetPointReport report(Case c, List<Visit> series) {
    return (SetPointReport) setPoints.report(c.item(), c.sex(), AGE, series);
  }

  /** The number of the visit, the first being 1; never is 10. */
  private static double firstSeen(IntPredicate seen) {
    for (int i = SHIFT_AT; i < VISITS; i++) {
      if (seen.test(i)) {
        return i + 1;
      }
    }
    return VISITS;
  }

  private Map<String, Double> forEveryCase(String what, ToDoubleFunction<Case> measure) {
    Map<String, Double> found = new TreeMap<>();
    for (String item : parameters.items()) {
      for (Sex sex : Sex.values()) {
        setPoints
            .prior(item, sex, AGE)
            .ifPresent(
                prior ->
                    found.put(item + " " + sex, measure.applyAsDouble(new Case(item, sex, prior))));
      }
    }
    assertThat(found).hasSizeGreaterThan(40);
    StringBuilder line = new StringBuilder("seed %d, %s:".formatted(SEED, what));
    found.forEach((name, value) -> line.append(" %s %.4f;".formatted(name, value)));
    line.append(
        " mean %.4f"
            .formatted(
                found.values().stream().mapToDouble(Double::doubleValue).average().orElse(0)));
    System.out.println(line);
    return found;
  }
}
