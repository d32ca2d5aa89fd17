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
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.history.domain.Smoking.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person told, against other answers, measurements, a device and the list of medicines. */
final class AnswerRules {
  private AnswerRules() {}

  static List<Discordance> all(Signals signals, Limits limits) {
    return Stream.of(
            smokingHistory(signals),
            smokingAmount(signals),
            alcoholAnswers(signals),
            alcoholGgt(signals, limits),
            activitySteps(signals, limits),
            medicine(Kind.DIABETES_MEDICINE, "PH_DM", signals.deniedDiabetes(), signals, limits),
            medicine(Kind.PRESSURE_MEDICINE, "PH_HTN", signals.deniedPressure(), signals, limits))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Discordance> smokingHistory(Signals signals) {
    for (int i = signals.smoking().size() - 1; i > 0; i--) {
      Smoking.Told later = signals.smoking().get(i);
      if (later.status() != Status.HAS_NOT_SMOKED) {
        continue;
      }
      for (Smoking.Told earlier : signals.smoking().subList(0, i).reversed()) {
        if (earlier.status() != Status.HAS_NOT_SMOKED) {
          return Optional.of(Sides.open(Kind.SMOKING_HISTORY, smoking(earlier), smoking(later)));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Discordance> smokingAmount(Signals signals) {
    for (Smoking.Told told : signals.smoking().reversed()) {
      if (told.status() == Status.HAS_NOT_SMOKED) {
        for (Side amount : signals.smokingAmounts()) {
          if (told.date().equals(amount.date())) {
            return Optional.of(Sides.open(Kind.SMOKING_AMOUNT, amount, smoking(told)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Side smoking(Smoking.Told told) {
    return Sides.told("SMK_STATUS", told.status().name(), told.date());
  }

  private static Optional<Discordance> alcoholAnswers(Signals signals) {
    for (Side abstains : signals.abstaining().reversed()) {
      for (Side amount : signals.alcoholAmounts()) {
        if (Objects.equals(abstains.date(), amount.date())) {
          return Optional.of(Sides.open(Kind.ALCOHOL_ANSWERS, amount, abstains));
        }
      }
    }
    return Optional.empty();
  }

  /** Gamma-GT rises for many reasons; it is laid beside the answer and blames nobody. */
  private static Optional<Discordance> alcoholGgt(Signals signals, Limits limits) {
    Optional<Reading> ggt = signals.reading("GGT").filter(Sides::exact);
    Optional<Range> range = limits.range("GGT");
    if (ggt.isEmpty() || range.isEmpty() || !range.get().above(ggt.get().value())) {
      return Optional.empty();
    }
    for (Drinking answer : signals.drinking().reversed()) {
      if (answer instanceof Drinking.Abstains abstains) {
        return Sides.sameTime(abstains.date(), ggt.get().date(), limits)
            ? Optional.of(
                Sides.counts(
                    Kind.ALCOHOL_GGT,
                    Sides.measured(ggt.get()),
                    Sides.told(abstains.basis(), "0", abstains.date())))
            : Optional.empty();
      }
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Discordance> activitySteps(Signals signals, Limits limits) {
    Signals.DeviceMean steps = signals.steps();
    LocalDate told = signals.toldActive();
    if (steps == null
        || told == null
        || steps.mean() >= limits.fewSteps()
        || !Sides.sameTime(told, steps.lastDay(), limits)) {
      return Optional.empty();
    }
    Side device =
        new Side(
            Source.DEVICE,
            "steps",
            Long.toString(StrictMath.round(steps.mean())),
            "/d",
            steps.lastDay());
    return Optional.of(
        Sides.counts(Kind.ACTIVITY_STEPS, device, Sides.told("activity", "active", told)));
  }

  private static Optional<Discordance> medicine(
      Kind kind, String answer, @Nullable LocalDate denied, Signals signals, Limits limits) {
    if (denied == null) {
      return Optional.empty();
    }
    return signals.listedMedicines().stream()
        .filter(side -> side.subject().equals(kind.name()))
        .filter(side -> side.date() != null && Sides.sameTime(side.date(), denied, limits))
        .findFirst()
        .map(listed -> Sides.open(kind, listed, Sides.told(answer, "no", denied)));
  }
}
