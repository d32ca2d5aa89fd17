package health.lifelong.analytics.history.algorithm;

import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.history.domain.Exclusion;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Latest.Why;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Series;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.Observation.Status;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.vocabulary.CodedAnswers;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one record says of each item over time. Values that do not count are left out with a reason,
 * and a value that is missing is never taken as normal.
 */
public final class History {
  private static final int ADULT = 18;

  private final PersonRecord record;
  private final Concepts concepts;
  private final Set<String> silenced;
  private final List<Visit> visits;

  /**
   * @param silenced items that are under a safety notice: they give no value, score or trend
   */
  public History(PersonRecord record, Concepts concepts, Set<String> silenced) {
    this.record = record;
    this.concepts = concepts;
    this.silenced = Set.copyOf(silenced);
    this.visits =
        record.visits().stream()
            .sorted(
                Comparator.comparing(
                        Visit::date, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(Visit::id))
            .toList();
  }

  /** The dated visits, oldest first. */
  public List<Visit> datedVisits() {
    return visits.stream().filter(visit -> visit.date() != null).toList();
  }

  /** Numeric items that have at least one usable value, in catalogue order. */
  public List<Item> itemsWithSeries() {
    Set<String> seen = new LinkedHashSet<>();
    for (Visit visit : visits) {
      for (Observation observation : visit.observations()) {
        if (observation.itemCode() != null) {
          seen.add(observation.itemCode());
        }
      }
    }
    return ItemCatalogue.standard().items().stream()
        .filter(item -> item.valueType() == Item.ValueType.NUMERIC && seen.contains(item.code()))
        .filter(
            item -> !silenced.contains(item.code()) && !series(item.code()).readings().isEmpty())
        .toList();
  }

  /** The series of an item: one value a visit, oldest first. */
  public Series series(String itemCode) {
    String unit =
        ItemCatalogue.standard().byCode(itemCode).map(Item::ucum).filter(u -> u != null).orElse("");
    List<Reading> readings = new ArrayList<>();
    List<Series.Left> left = new ArrayList<>();
    if (silenced.contains(itemCode)) {
      return new Series(itemCode, unit, readings, left);
    }
    for (Visit visit : visits) {
      Exclusion state = stateOf(visit);
      List<Reading> ofVisit = new ArrayList<>();
      for (Observation observation : ordered(visit, itemCode)) {
        Exclusion reason = state == null ? reason(observation, visit, unit) : state;
        if (reason == null) {
          ofVisit.add(reading(observation, visit, itemCode, unit));
        } else {
          left.add(new Series.Left(dateOf(observation, visit), visit.id(), reason));
        }
      }
      if (!ofVisit.isEmpty()) {
        readings.add(ofVisit.getLast());
        for (Reading repeated : ofVisit.subList(0, ofVisit.size() - 1)) {
          left.add(new Series.Left(repeated.date(), visit.id(), Exclusion.REPEATED));
        }
      }
    }
    readings.sort(Comparator.comparing(Reading::date).thenComparing(Reading::visitId));
    return new Series(itemCode, unit, readings, left);
  }

  /**
   * The newest value of an item that is not older than {@code maximumDays} on {@code day}. Bounds
   * such as "&lt; 0.3" are found too; their comparator says so.
   */
  public Latest latest(String itemCode, LocalDate day, int maximumDays) {
    if (silenced.contains(itemCode)) {
      return new Latest.None(Why.WITHHELD);
    }
    Latest answer = new Latest.None(Why.NOT_MEASURED);
    String unit =
        ItemCatalogue.standard().byCode(itemCode).map(Item::ucum).filter(u -> u != null).orElse("");
    for (Visit visit : visits.reversed()) {
      for (Observation observation : ordered(visit, itemCode).reversed()) {
        if (observation.value() instanceof Value.Absent) {
          answer = better(answer, Why.UNKNOWN);
          continue;
        }
        Exclusion state = stateOf(visit);
        Exclusion reason = state == null ? reason(observation, visit, unit) : state;
        if (reason != null && reason != Exclusion.BEYOND_LIMIT) {
          answer = better(answer, why(reason));
          continue;
        }
        Reading reading = reading(observation, visit, itemCode, unit);
        if (reading.date().isAfter(day)) {
          continue;
        }
        return reading.date().isBefore(day.minusDays(maximumDays))
            ? new Latest.None(Why.TOO_OLD)
            : new Latest.Found(reading);
      }
    }
    return answer;
  }

  /** The newest coded answer of an item with its date, not older than {@code maximumDays}. */
  public Optional<Dated> latestCode(String itemCode, LocalDate day, int maximumDays) {
    if (silenced.contains(itemCode)) {
      return Optional.empty();
    }
    for (Visit visit : visits.reversed()) {
      Optional<Dated> code = codeAt(visit, itemCode);
      if (code.isPresent() && !code.get().date().isAfter(day)) {
        return code.filter(found -> !found.date().isBefore(day.minusDays(maximumDays)));
      }
    }
    return Optional.empty();
  }

  /** The coded answer of an item at one visit. */
  public Optional<Dated> codeAt(Visit visit, String itemCode) {
    for (Observation observation : ordered(visit, itemCode).reversed()) {
      LocalDate date = dateOf(observation, visit);
      Optional<String> code = code(itemCode, observation.value());
      if (date != null && code.isPresent() && counts(observation)) {
        return Optional.of(new Dated(code.get(), date));
      }
    }
    return Optional.empty();
  }

  /** A coded answer and its day. */
  public record Dated(String code, LocalDate date) {}

  /** Why a whole visit is kept out of the baseline; null where it counts. */
  public @Nullable Exclusion stateOf(Visit visit) {
    LocalDate date = visit.date();
    if (date == null) {
      return null;
    }
    if (record.birth() != null && record.birth().ageOn(date) < ADULT) {
      return Exclusion.UNDER_18;
    }
    if (holds(Concept.PREGNANCY, date)) {
      return Exclusion.PREGNANCY;
    }
    if (holds(Concept.DIALYSIS, date)) {
      return Exclusion.DIALYSIS;
    }
    if (holds(Concept.TRANSPLANT, date)) {
      return Exclusion.TRANSPLANT;
    }
    return holds(Concept.CANCER_THERAPY, date) ? Exclusion.CANCER_THERAPY : null;
  }

  private boolean holds(Concept concept, LocalDate date) {
    return concepts.on(concept, date) instanceof Answer.Yes;
  }

  private static Optional<String> code(String itemCode, Value value) {
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

  private static Latest better(Latest before, Why why) {
    return before instanceof Latest.None none && none.why() == Why.NOT_MEASURED
        ? new Latest.None(why)
        : before;
  }

  private static Why why(Exclusion reason) {
    return switch (reason) {
      case HELD -> Why.WITHHELD;
      case UNIT -> Why.UNMAPPED;
      case NO_DATE,
          IMPLAUSIBLE,
          PRELIMINARY,
          NOT_A_NUMBER,
          BEYOND_LIMIT,
          REPEATED,
          UNDER_18,
          PREGNANCY,
          DIALYSIS,
          TRANSPLANT,
          CANCER_THERAPY ->
          Why.UNKNOWN;
    };
  }

  private static boolean counts(Observation observation) {
    return !observation.held()
        && observation.status() != Status.WITHDRAWN
        && observation.status() != Status.PRELIMINARY
        && !observation.implausible();
  }

  private static @Nullable Exclusion reason(Observation observation, Visit visit, String unit) {
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

  private static List<Observation> ordered(Visit visit, String itemCode) {
    return visit.observations().stream()
        .filter(o -> itemCode.equals(o.itemCode()) && o.status() != Status.WITHDRAWN)
        .sorted(
            Comparator.comparing(
                    Observation::instant, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                .thenComparing(Observation::sourceKey))
        .toList();
  }

  private static @Nullable LocalDate dateOf(Observation observation, Visit visit) {
    return observation.date() == null ? visit.date() : observation.date();
  }

  private static Reading reading(Observation observation, Visit visit, String item, String unit) {
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
}
