package health.lifelong.analytics.history.algorithm;

import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.history.domain.Exclusion;
import health.lifelong.analytics.history.domain.Latest;
import health.lifelong.analytics.history.domain.Latest.Why;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Series;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.vocabulary.Item;
import health.lifelong.vocabulary.ItemCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
  private final List<Entry> entries;

  /** By the visit itself: comparing two visits would compare all their values. */
  private final Map<Visit, Entry> byVisit = new IdentityHashMap<>();

  /** Each series is asked for several times in one report. One report, one thread. */
  private final Map<String, Series> known = new HashMap<>();

  /**
   * One visit with what every reading of it needs: its state, and its values by item in order of
   * time.
   */
  private record Entry(
      Visit visit, @Nullable Exclusion state, Map<String, List<Observation>> byItem) {
    List<Observation> of(String itemCode) {
      return byItem.getOrDefault(itemCode, List.of());
    }
  }

  /**
   * @param silenced items that are under a safety notice: they give no value, score or trend
   */
  public History(PersonRecord record, Concepts concepts, Set<String> silenced) {
    this.record = record;
    this.concepts = concepts;
    this.silenced = Set.copyOf(silenced);
    this.entries =
        record.visits().stream()
            .sorted(
                Comparator.comparing(
                        Visit::date, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(Visit::id))
            .map(visit -> new Entry(visit, stateOf(visit), ObservationRules.byItem(visit)))
            .toList();
    entries.forEach(entry -> byVisit.put(entry.visit(), entry));
  }

  /** The dated visits, oldest first. */
  public List<Visit> datedVisits() {
    return entries.stream().map(Entry::visit).filter(visit -> visit.date() != null).toList();
  }

  /** Numeric items that have at least one usable value, in catalogue order. */
  public List<Item> itemsWithSeries() {
    Set<String> seen = new HashSet<>();
    entries.forEach(entry -> seen.addAll(entry.byItem().keySet()));
    return ItemCatalogue.standard().items().stream()
        .filter(item -> item.valueType() == Item.ValueType.NUMERIC && seen.contains(item.code()))
        .filter(
            item -> !silenced.contains(item.code()) && !series(item.code()).readings().isEmpty())
        .toList();
  }

  /** The series of an item: one value a visit, oldest first. */
  public Series series(String itemCode) {
    return known.computeIfAbsent(itemCode, this::read);
  }

  private Series read(String itemCode) {
    String unit =
        ItemCatalogue.standard().byCode(itemCode).map(Item::ucum).filter(u -> u != null).orElse("");
    List<Reading> readings = new ArrayList<>();
    List<Series.Left> left = new ArrayList<>();
    if (silenced.contains(itemCode)) {
      return new Series(itemCode, unit, readings, left);
    }
    for (Entry entry : entries) {
      Visit visit = entry.visit();
      List<Reading> ofVisit = new ArrayList<>();
      for (Observation observation : entry.of(itemCode)) {
        Exclusion state = entry.state();
        Exclusion reason =
            state == null ? ObservationRules.reason(observation, visit, unit) : state;
        if (reason == null) {
          ofVisit.add(ObservationRules.reading(observation, visit, itemCode, unit));
        } else {
          left.add(
              new Series.Left(ObservationRules.dateOf(observation, visit), visit.id(), reason));
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
    for (Entry entry : entries.reversed()) {
      Visit visit = entry.visit();
      for (Observation observation : entry.of(itemCode).reversed()) {
        if (observation.value() instanceof Value.Absent) {
          answer = better(answer, Why.UNKNOWN);
          continue;
        }
        Exclusion passing = passing(entry.state());
        Exclusion reason =
            passing == null ? ObservationRules.reason(observation, visit, unit) : passing;
        if (reason != null && reason != Exclusion.BEYOND_LIMIT) {
          answer = better(answer, why(reason));
          continue;
        }
        Reading reading = ObservationRules.reading(observation, visit, itemCode, unit);
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
    for (Entry entry : entries.reversed()) {
      Optional<Dated> code = codeAt(entry.visit(), itemCode);
      if (code.isPresent() && !code.get().date().isAfter(day)) {
        return code.filter(found -> !found.date().isBefore(day.minusDays(maximumDays)));
      }
    }
    return Optional.empty();
  }

  /** The coded answer of an item at one visit. */
  public Optional<Dated> codeAt(Visit visit, String itemCode) {
    Entry entry = byVisit.get(visit);
    List<Observation> observations =
        entry == null
            ? ObservationRules.byItem(visit).getOrDefault(itemCode, List.of())
            : entry.of(itemCode);
    for (Observation observation : observations.reversed()) {
      LocalDate date = ObservationRules.dateOf(observation, visit);
      Optional<String> code = ObservationRules.code(itemCode, observation.value());
      if (date != null && code.isPresent() && ObservationRules.counts(observation)) {
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

  /**
   * A state that passes, so that its values say nothing of the person later. Of the lasting ones
   * each model's card says whether it holds.
   */
  private static @Nullable Exclusion passing(@Nullable Exclusion state) {
    return state == Exclusion.PREGNANCY || state == Exclusion.UNDER_18 ? state : null;
  }

  private boolean holds(Concept concept, LocalDate date) {
    return concepts.on(concept, date) instanceof Answer.Yes;
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
}
