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

  /** The values of each item in order of time, those of one visit side by side. */
  private final Map<String, List<Placed>> byItem = new HashMap<>();

  /** Each series is asked for several times in one report. One report, one thread. */
  private final Map<String, Series> known = new HashMap<>();

  /** One visit, and why the whole of it is kept out of the baseline, if it is. */
  private record Entry(Visit visit, @Nullable Exclusion state) {}

  /** A value in its visit. */
  private record Placed(Entry entry, Observation observation) {}

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
            .map(visit -> new Entry(visit, stateOf(visit)))
            .toList();
    entries.forEach(this::place);
  }

  private void place(Entry entry) {
    Set<String> repeated = new HashSet<>();
    for (Observation observation : entry.visit().observations()) {
      String item = observation.itemCode();
      if (item == null || observation.status() == Observation.Status.WITHDRAWN) {
        continue;
      }
      List<Placed> values = byItem.computeIfAbsent(item, first -> new ArrayList<>(entries.size()));
      if (!values.isEmpty() && values.getLast().entry() == entry) {
        repeated.add(item);
      }
      values.add(new Placed(entry, observation));
    }
    for (String item : repeated) {
      List<Placed> values = placed(item);
      int from = values.size();
      while (from > 0 && values.get(from - 1).entry() == entry) {
        from--;
      }
      values
          .subList(from, values.size())
          .sort(Comparator.comparing(Placed::observation, ObservationRules.IN_TIME));
    }
  }

  private List<Placed> placed(String itemCode) {
    return byItem.getOrDefault(itemCode, List.of());
  }

  /** The dated visits, oldest first. */
  public List<Visit> datedVisits() {
    return entries.stream().map(Entry::visit).filter(visit -> visit.date() != null).toList();
  }

  /** Numeric items that have at least one usable value, in catalogue order. */
  public List<Item> itemsWithSeries() {
    return ItemCatalogue.standard().items().stream()
        .filter(
            item -> item.valueType() == Item.ValueType.NUMERIC && byItem.containsKey(item.code()))
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
    Entry before = null;
    for (Placed placed : placed(itemCode)) {
      Observation observation = placed.observation();
      Visit visit = placed.entry().visit();
      Exclusion state = placed.entry().state();
      Exclusion reason = state == null ? ObservationRules.reason(observation, visit, unit) : state;
      if (reason != null) {
        left.add(new Series.Left(ObservationRules.dateOf(observation, visit), visit.id(), reason));
        continue;
      }
      if (placed.entry() == before) {
        // The last of a visit counts.
        Reading repeated = readings.removeLast();
        left.add(new Series.Left(repeated.date(), visit.id(), Exclusion.REPEATED));
      }
      readings.add(ObservationRules.reading(observation, visit, itemCode, unit));
      before = placed.entry();
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
    for (Placed placed : placed(itemCode).reversed()) {
      Visit visit = placed.entry().visit();
      Observation observation = placed.observation();
      if (observation.value() instanceof Value.Absent) {
        answer = better(answer, Why.UNKNOWN);
        continue;
      }
      Exclusion passing = passing(placed.entry().state());
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
    for (Placed placed : placed(itemCode).reversed()) {
      // The visit itself: comparing two visits would compare all their values.
      if (placed.entry().visit() != visit) {
        continue;
      }
      Observation observation = placed.observation();
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
