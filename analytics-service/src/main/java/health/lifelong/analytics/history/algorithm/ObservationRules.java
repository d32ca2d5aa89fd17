package health.lifelong.analytics.history.algorithm;

import health.lifelong.analytics.history.domain.Exclusion;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.Observation.Status;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.vocabulary.CodedAnswers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether one observation counts, why not, and what it says. */
final class ObservationRules {
  /** Values of one item at one visit, the last of which counts. */
  static final Comparator<Observation> IN_TIME =
      Comparator.comparing(
              Observation::instant, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
          .thenComparing(Observation::sourceKey);

  private ObservationRules() {}

  static boolean counts(Observation observation) {
    return !observation.held()
        && observation.status() != Status.WITHDRAWN
        && observation.status() != Status.PRELIMINARY
        && !observation.implausible();
  }

  static @Nullable Exclusion reason(Observation observation, Visit visit, String unit) {
    if (dateOf(observation, visit) == null) {
      return Exclusion.NO_DATE;
    }
    if (observation.held()) {
      return Exclusion.HELD;
    }
    if (observation.status() == Status.PRELIMINARY) {
      return Exclusion.PRELIMINARY;
    }
    if (observation.implausible()) {
      return Exclusion.IMPLAUSIBLE;
    }
    if (!(observation.value() instanceof Value.Quantity quantity)) {
      return Exclusion.NOT_A_NUMBER;
    }
    if (!quantity.unit().equals(unit)) {
      return Exclusion.UNIT;
    }
    return quantity.comparator() == Value.Comparator.EQUAL ? null : Exclusion.BEYOND_LIMIT;
  }

  static @Nullable LocalDate dateOf(Observation observation, Visit visit) {
    return observation.date() == null ? visit.date() : observation.date();
  }

  static Reading reading(Observation observation, Visit visit, String item, String unit) {
    LocalDate date = dateOf(observation, visit);
    if (!(observation.value() instanceof Value.Quantity quantity) || date == null) {
      throw new IllegalStateException("only a dated number is a reading");
    }
    return new Reading(
        item,
        quantity.value().doubleValue(),
        quantity.value().toPlainString(),
        unit,
        quantity.comparator(),
        date,
        visit.id(),
        visit.centre(),
        observation.method(),
        observation.unitAssumed());
  }

  static Optional<String> code(String itemCode, Value value) {
    CodedAnswers answers = CodedAnswers.standard();
    String sent =
        switch (value) {
          case Value.Coded coded -> coded.coding().code();
          case Value.Text text -> text.text().strip();
          case Value.Quantity quantity -> quantity.value().stripTrailingZeros().toPlainString();
          case Value.Absent absent -> "";
        };
    return answers.of(itemCode).stream()
        .filter(answer -> answer.code().equals(sent) || sent.equals(answer.systemCode()))
        .map(CodedAnswers.Answer::code)
        .findFirst();
  }
}
