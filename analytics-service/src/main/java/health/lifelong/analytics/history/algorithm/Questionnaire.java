package health.lifelong.analytics.history.algorithm;

import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Smoking;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** Answers about smoking and alcohol, as models need them. What was not asked stays unknown. */
public final class Questionnaire {
  private final History history;
  private final double gramsPerDrink;

  /**
   * @param gramsPerDrink pure alcohol of one drink as the region's questionnaire counts drinks
   */
  public Questionnaire(History history, double gramsPerDrink) {
    this.history = history;
    this.gramsPerDrink = gramsPerDrink;
  }

  /** The newest answer on smoking. */
  public Smoking smoking(LocalDate day, int maximumDays) {
    Optional<History.Dated> answer = history.latestCode("SMK_STATUS", day, maximumDays);
    if (answer.isEmpty()) {
      return new Smoking.Unknown();
    }
    LocalDate date = answer.get().date();
    return switch (answer.get().code()) {
      case "1" -> new Smoking.Told(Smoking.Status.HAS_NOT_SMOKED, date);
      case "2" -> new Smoking.Told(Smoking.Status.FORMER, date);
      case "3" -> new Smoking.Told(Smoking.Status.CURRENT, date);
      default -> new Smoking.Unknown();
    };
  }

  /** The newest answer on alcohol, not older than {@code maximumDays}. */
  public Drinking drinking(LocalDate day, int maximumDays) {
    for (Visit visit : history.datedVisits().reversed()) {
      LocalDate date = visit.date();
      if (date == null || date.isAfter(day) || date.isBefore(day.minusDays(maximumDays))) {
        continue;
      }
      Drinking answer = drinkingAt(visit);
      if (!(answer instanceof Drinking.Unknown)) {
        return answer;
      }
    }
    return new Drinking.Unknown();
  }

  /**
   * What was answered on alcohol at one visit: the weekly grams where they were asked, else AUDIT-C
   * frequency times drinks a day (Bush 1998, Arch Intern Med 158:1789), whose frequency bands give
   * a range and no single number.
   */
  public Drinking drinkingAt(Visit visit) {
    LocalDate date = visit.date();
    if (date == null) {
      return new Drinking.Unknown();
    }
    OptionalDouble grams = number(visit, "ALC_GWK");
    if (grams.isPresent()) {
      return grams.getAsDouble() == 0
          ? new Drinking.Abstains(date, "ALC_GWK")
          : new Drinking.Grams(grams.getAsDouble(), grams.getAsDouble(), date, "ALC_GWK");
    }
    Optional<String> frequency = history.codeAt(visit, "ALC_FREQ").map(History.Dated::code);
    if (frequency.isPresent() && frequency.get().equals("0")) {
      return new Drinking.Abstains(date, "ALC_FREQ");
    }
    OptionalDouble drinks = number(visit, "ALC_QTY");
    if (frequency.isPresent() && drinks.isPresent() && drinks.getAsDouble() > 0) {
      Times times = Times.of(frequency.get());
      double each = drinks.getAsDouble() * gramsPerDrink;
      return new Drinking.Grams(times.low() * each, times.high() * each, date, "ALC_FREQ, ALC_QTY");
    }
    if (frequency.isPresent()) {
      return new Drinking.AmountUnknown(date, "ALC_FREQ");
    }
    return status(visit, date);
  }

  private Drinking status(Visit visit, LocalDate date) {
    Optional<String> status = history.codeAt(visit, "ALC_STATUS").map(History.Dated::code);
    if (status.isEmpty()) {
      return new Drinking.Unknown();
    }
    return switch (status.get()) {
      case "0" -> new Drinking.Abstains(date, "ALC_STATUS");
      case "1" -> new Drinking.AmountUnknown(date, "ALC_STATUS");
      default -> new Drinking.Unknown();
    };
  }

  private static OptionalDouble number(Visit visit, String item) {
    for (Observation observation : visit.observations().reversed()) {
      if (item.equals(observation.itemCode())
          && ObservationRules.counts(observation)
          && observation.value() instanceof Value.Quantity quantity
          && quantity.comparator() == Value.Comparator.EQUAL) {
        return OptionalDouble.of(quantity.value().doubleValue());
      }
    }
    return OptionalDouble.empty();
  }

  /** Drinking days a week behind an answer to AUDIT-C question 1; a month counts as 30.4 days. */
  private record Times(double low, double high) {
    static Times of(String code) {
      return switch (code) {
        case "1" -> new Times(0, 7 / 30.4);
        case "2" -> new Times(2 * 7 / 30.4, 4 * 7 / 30.4);
        case "3" -> new Times(2, 3);
        default -> new Times(4, 7);
      };
    }
  }
}
