package health.lifelong.analytics.discordance.algorithm;

import health.lifelong.analytics.discordance.domain.Discordance;
import health.lifelong.analytics.discordance.domain.Discordance.Kind;
import health.lifelong.analytics.discordance.domain.Limits;
import health.lifelong.analytics.discordance.domain.Side;
import health.lifelong.analytics.discordance.domain.Side.Source;
import health.lifelong.analytics.discordance.domain.Signals;
import health.lifelong.analytics.history.domain.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Measurements that point in different directions. */
final class MeasurementRules {
  private MeasurementRules() {}

  static List<Discordance> all(Signals signals, Limits limits) {
    return Stream.of(
            bmiWaist(signals, limits),
            bmiWeight(signals, limits),
            pressureHome(signals, limits),
            glucoseHba1c(signals, limits),
            bloodGroup(signals))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Discordance> bmiWaist(Signals signals, Limits limits) {
    Optional<Reading> bmi = signals.reading("BMI").filter(Sides::exact);
    Optional<Reading> waist = signals.reading("WAIST").filter(Sides::exact);
    Double limit = limits.waist();
    if (bmi.isEmpty()
        || waist.isEmpty()
        || limit == null
        || !Sides.sameTime(bmi.get().date(), waist.get().date(), limits)) {
      return Optional.empty();
    }
    boolean usual = bmi.get().value() >= limits.bmiLow() && bmi.get().value() < limits.bmiHigh();
    return usual && waist.get().value() >= limit
        ? Optional.of(
            Sides.open(Kind.BMI_WAIST, Sides.measured(waist.get()), Sides.measured(bmi.get())))
        : Optional.empty();
  }

  private static Optional<Discordance> bmiWeight(Signals signals, Limits limits) {
    Optional<Reading> bmi = signals.reading("BMI").filter(Sides::exact);
    Optional<Reading> weight = signals.reading("WEIGHT").filter(Sides::exact);
    Optional<Reading> height = signals.reading("HEIGHT").filter(Sides::exact);
    if (bmi.isEmpty() || weight.isEmpty() || height.isEmpty()) {
      return Optional.empty();
    }
    // Of one day only: weight moves within weeks.
    boolean oneDay =
        bmi.get().date().equals(weight.get().date())
            && bmi.get().date().equals(height.get().date());
    double metres = height.get().value() / 100;
    double given = weight.get().value() / (metres * metres);
    return oneDay && StrictMath.abs(given - bmi.get().value()) > limits.bmiTolerance()
        ? Optional.of(
            new Discordance(
                Kind.BMI_WEIGHT,
                List.of(
                    Sides.measured(weight.get()),
                    Sides.measured(height.get()),
                    Sides.measured(bmi.get())),
                false))
        : Optional.empty();
  }

  /** Either high at the centre only, or high at home only: both need more values at home. */
  private static Optional<Discordance> pressureHome(Signals signals, Limits limits) {
    Optional<Reading> centre = signals.reading("SBP").filter(Sides::exact);
    Signals.DeviceMean home = signals.homePressure();
    if (centre.isEmpty()
        || home == null
        || !Sides.sameTime(centre.get().date(), home.lastDay(), limits)) {
      return Optional.empty();
    }
    boolean highThere = centre.get().value() >= limits.pressureCentre();
    boolean highAtHome = home.mean() >= limits.pressureHome();
    if (highThere == highAtHome) {
      return Optional.empty();
    }
    String mean = String.format(Locale.ROOT, "%.0f", home.mean());
    return Optional.of(
        Sides.open(
            Kind.PRESSURE_HOME,
            Sides.measured(centre.get()),
            new Side(Source.DEVICE, "sbp", mean, centre.get().unit(), home.lastDay())));
  }

  private static Optional<Discordance> glucoseHba1c(Signals signals, Limits limits) {
    Optional<Reading> glucose = signals.reading("GLU_F").filter(Sides::exact);
    Optional<Reading> hba1c = signals.reading("HBA1C").filter(Sides::exact);
    if (glucose.isEmpty()
        || hba1c.isEmpty()
        || !Sides.sameTime(glucose.get().date(), hba1c.get().date(), limits)) {
      return Optional.empty();
    }
    boolean longHigh =
        hba1c.get().value() >= limits.hba1cHigh() && glucose.get().value() < limits.glucoseUsual();
    boolean nowHigh =
        glucose.get().value() >= limits.glucoseHigh() && hba1c.get().value() < limits.hba1cUsual();
    return longHigh || nowHigh
        ? Optional.of(
            Sides.open(
                Kind.GLUCOSE_HBA1C, Sides.measured(hba1c.get()), Sides.measured(glucose.get())))
        : Optional.empty();
  }

  /** A blood group does not change: one of two visits may be another person's. */
  private static Optional<Discordance> bloodGroup(Signals signals) {
    for (Side side : signals.bloodGroups()) {
      for (Side other : signals.bloodGroups()) {
        if (side.subject().equals(other.subject()) && !side.value().equals(other.value())) {
          return Optional.of(Sides.open(Kind.BLOOD_GROUP, side, other));
        }
      }
    }
    return Optional.empty();
  }
}
