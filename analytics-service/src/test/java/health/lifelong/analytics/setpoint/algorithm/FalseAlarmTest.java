package health.lifelong.analytics.setpoint.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.domain.Sex;
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
  private static final int VISITS = 10;
  private static final int SHIFT_AT = 5;

  private final SetPointParameters parameters = SetPointParameters.standard();
  private final SetPoints setPoints = new SetPoints(parameters);

  /** One item for one sex. */
  private record Case(String item, Sex sex, Prior prior) {
    Random random() {
      return new Random(SEED + item.hashCode() + sex.name().hashCode());
    }
  }

  @Test
  void ofStablePersonsFivePerCentOfVisitsFallOutsideWithinHalfAPoint() {
    falseAlarms(5_000);
  }

  @Test
  @Tag("long")
  void ofManyStablePersonsFivePerCentOfVisitsFallOutsideWithinHalfAPoint() {
    falseAlarms(100_000);
  }

  @Test
  void aLastingShiftOfThreeDeviationsIsSeenEarlierThanByThePopulationRange() {
    forEveryCase(
        "mean visits until seen, set-point",
        c -> {
          StablePersons people = new StablePersons(c.prior(), c.random());
          PopulationInterval range = parameters.interval(c.item(), c.sex()).orElseThrow();
          double own = 0;
          double population = 0;
          for (int person = 0; person < 1_000; person++) {
            List<Visit> series = people.next(VISITS, SHIFT_AT, 3);
            SetPointReport report = report(c, series);
            own += firstSeen(i -> report.verdicts().get(i).expectation() == Expectation.ABOVE);
            population += firstSeen(i -> series.get(i).value() > range.upper());
          }
          assertThat(own).as(c.item() + " " + c.sex()).isLessThan(population);
          return own / 1_000;
        });
  }

  private void falseAlarms(int persons) {
    Map<String, Double> rates = forEveryCase("false alarms", c -> falseAlarmRate(c, persons));
    assertThat(rates).hasSizeGreaterThan(40);
    rates.forEach((item, rate) -> assertThat(rate).as(item).isBetween(0.045, 0.055));
  }

  private double falseAlarmRate(Case c, int persons) {
    StablePersons people = new StablePersons(c.prior(), c.random());
    long alarms = 0;
    for (int person = 0; person < persons; person++) {
      alarms +=
          report(c, people.next(VISITS)).verdicts().stream()
              .skip(1)
              .filter(verdict -> verdict.expectation() != Expectation.WITHIN)
              .count();
    }
    return (double) alarms / ((VISITS - 1L) * persons);
  }

  private SetPointReport report(Case c, List<Visit> series) {
    return (SetPointReport) setPoints.report(c.item(), c.sex(), 45.0, series);
  }

  private static double firstSeen(IntPredicate seen) {
    for (int i = SHIFT_AT; i < VISITS; i++) {
      if (seen.test(i)) {
        return i - SHIFT_AT;
      }
    }
    return VISITS - SHIFT_AT;
  }

  private Map<String, Double> forEveryCase(String what, ToDoubleFunction<Case> measure) {
    Map<String, Double> found = new TreeMap<>();
    for (String item : parameters.items()) {
      for (Sex sex : Sex.values()) {
        setPoints
            .prior(item, sex)
            .ifPresent(
                prior ->
                    found.put(item + " " + sex, measure.applyAsDouble(new Case(item, sex, prior))));
      }
    }
    StringBuilder line = new StringBuilder("seed %d, %s:".formatted(SEED, what));
    found.forEach((name, value) -> line.append(" %s %.4f;".formatted(name, value)));
    System.out.println(line);
    return found;
  }
}
