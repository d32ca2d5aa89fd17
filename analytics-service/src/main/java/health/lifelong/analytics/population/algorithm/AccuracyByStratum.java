package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.population.domain.Accuracy;
import health.lifelong.analytics.population.domain.Area;
import health.lifelong.analytics.population.domain.Calibration;
import health.lifelong.analytics.population.domain.Stratum;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Discrimination and calibration of one score in every stratum that holds anyone. */
final class AccuracyByStratum {
  /** With fewer deaths, or fewer known survivors, nothing is said of a stratum. */
  private static final int FEWEST = 20;

  private AccuracyByStratum() {}

  static List<Accuracy> of(Followed persons, double horizon, boolean calibrated) {
    return Stratum.every().stream()
        .map(stratum -> of(stratum, persons.in(stratum), horizon, calibrated))
        .filter(accuracy -> accuracy.persons() > 0)
        .toList();
  }

  private static Accuracy of(
      Stratum stratum, Followed persons, double horizon, boolean calibrated) {
    Followed known = persons.known(horizon);
    boolean[] event = known.diedBy(horizon);
    int deaths = 0;
    for (boolean died : event) {
      deaths += died ? 1 : 0;
    }
    if (deaths < FEWEST || known.size() - deaths < FEWEST) {
      return new Accuracy(
          stratum, persons.size(), known.size(), deaths, null, null, null, null, null, null);
    }
    Area area = RocArea.of(known.score(), event);
    Area ageArea = RocArea.of(known.age(), event);
    Area gain = RocArea.difference(known.score(), known.age(), event);
    @Nullable Calibration calibration =
        calibrated
            ? CalibrationCurve.of(persons.probability(), persons.months(), persons.died(), horizon)
                .orElse(null)
            : null;
    return new Accuracy(
        stratum,
        persons.size(),
        known.size(),
        deaths,
        area,
        ageArea,
        gain,
        boxed(HarrellC.of(persons.score(), persons.months(), persons.died())),
        boxed(HarrellC.of(persons.age(), persons.months(), persons.died())),
        calibration);
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
