package health.lifelong.analytics.history.algorithm;

import health.lifelong.analytics.history.domain.Answer;
import health.lifelong.analytics.history.domain.Concept;
import health.lifelong.analytics.record.domain.Coding;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Statement;
import health.lifelong.analytics.record.domain.Visit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether treatments and diseases hold of a person on a day: yes, no or unknown. A list that was
 * asked in full and does not name the thing is a "no"; no list is unknown (design section 6).
 */
public final class Concepts {
  /**
   * A pregnancy whose end was not told holds for 40 weeks, and every pregnancy for 12 weeks after
   * its end.
   */
  private static final int PREGNANCY_DAYS = 280;

  private static final int AFTER_BIRTH_DAYS = 84;

  /** How long a cancer medicine or session counts as active treatment. */
  private static final int THERAPY_DAYS = 365;

  private static final Set<String> DENIED =
      Set.of(
          "entered-in-error", "refuted", "not-taken", "absent", "negative", "no", "not-pregnant");
  private static final Set<String> ENDED =
      Set.of("stopped", "completed", "inactive", "cancelled", "on-hold", "resolved", "remission");

  /** Answers that say "not pregnant" or "not known": LOINC answer list LL4129-4 and SNOMED CT. */
  private static final Set<String> NOT_PREGNANT = Set.of("LA26683-5", "60001007");

  private static final Set<String> PREGNANCY_NOT_KNOWN = Set.of("LA4489-6", "261665006");

  private final PersonRecord record;
  private final int listDays;
  private final List<Visit> newestFirst;

  /** Each concept is asked for by many models of one report. One report, one thread. */
  private final Map<Asked, Answer> known = new HashMap<>();

  private record Asked(Concept concept, LocalDate day) {}

  /**
   * @param listDays how many days an asked list stays good for a "no" or a current medicine
   */
  public Concepts(PersonRecord record, int listDays) {
    this.record = record;
    this.listDays = listDays;
    this.newestFirst =
        record.visits().stream()
            .filter(visit -> visit.date() != null)
            .sorted(
                Comparator.comparing(
                        Visit::date, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .thenComparing(Visit::id)
                    .reversed())
            .toList();
  }

  /** Whether the concept holds on a day, by what was known up to that day. */
  public Answer on(Concept concept, LocalDate day) {
    return known.computeIfAbsent(new Asked(concept, day), this::read);
  }

  private Answer read(Asked asked) {
    Concept concept = asked.concept();
    LocalDate day = asked.day();
    return switch (concept) {
      case BP_TREATED, STATIN, GLUCOSE_LOWERING, FIBRATE_OR_NIACIN ->
          currentMedicine(s -> names(s, concept), day);
      case DIABETES -> everHad(concept, "PH_DM", day);
      case CHD -> everHad(concept, "PH_HEART", day);
      case STROKE -> everHad(concept, "PH_STROKE", day);
      case PAD,
          HEART_FAILURE,
          CHRONIC_KIDNEY_DISEASE,
          FAMILIAL_HYPERCHOLESTEROLAEMIA,
          DIALYSIS,
          TRANSPLANT ->
          everHad(concept, null, day);
      case PREGNANCY -> pregnancy(day);
      case CANCER_THERAPY -> activeTherapy(day);
    };
  }

  /**
   * Whether a medicine is taken on a day.
   *
   * @param atc its ATC code
   * @param substance its international name, for lists that carry no ATC code
   */
  public Answer takes(String atc, String substance, LocalDate day) {
    return currentMedicine(
        s ->
            s.codes().stream().anyMatch(coding -> ConceptCodes.isAtc(coding, atc))
                || says(s.text(), substance)
                || s.codes().stream().anyMatch(coding -> says(coding.display(), substance)),
        day);
  }

  /** The newest yes or no to a question that is an item of its own. */
  public Answer told(String item, LocalDate day) {
    for (Visit visit : newestFirst(day)) {
      LocalDate date = visit.date();
      if (date == null || date.isBefore(day.minusDays(listDays))) {
        continue;
      }
      switch (answer(visit, item)) {
        case YES -> {
          return new Answer.Yes(date, item);
        }
        case NO -> {
          return new Answer.No(date, item);
        }
        case NEITHER -> {}
      }
    }
    return new Answer.Unknown();
  }

  private static boolean says(String text, String substance) {
    return text.toLowerCase(Locale.ROOT).contains(substance);
  }

  private Answer currentMedicine(Predicate<Statement> named, LocalDate day) {
    for (Visit visit : newestFirst(day)) {
      LocalDate date = visit.date();
      if (date == null || date.isBefore(day.minusDays(listDays))) {
        continue;
      }
      Optional<Statement> listed =
          visit.statements().stream()
              .filter(s -> s.kind() == Statement.Kind.MEDICATION && named.test(s))
              .filter(s -> !DENIED.contains(status(s)))
              .findFirst();
      if (listed.isPresent()) {
        return ENDED.contains(status(listed.get()))
            ? new Answer.No(date, "medication statement, ended")
            : new Answer.Yes(date, "medication statement");
      }
      if (visit.completeLists().contains(Statement.Kind.MEDICATION)) {
        return new Answer.No(date, "complete medication list");
      }
    }
    return new Answer.Unknown();
  }

  private Answer everHad(Concept concept, @Nullable String pastHistoryItem, LocalDate day) {
    for (Visit visit : record.visits()) {
      // A diagnosis of a visit without a date is still a diagnosis.
      LocalDate date = visit.date() == null ? day : visit.date();
      if (date.isAfter(day)) {
        continue;
      }
      boolean stated =
          visit.statements().stream()
              .filter(
                  s -> s.kind() == Statement.Kind.CONDITION || s.kind() == Statement.Kind.PROCEDURE)
              .anyMatch(s -> names(s, concept) && !DENIED.contains(status(s)));
      if (stated) {
        return new Answer.Yes(date, "condition statement");
      }
      if (pastHistoryItem != null && answer(visit, pastHistoryItem) == YesNo.YES) {
        return new Answer.Yes(date, pastHistoryItem);
      }
    }
    for (Visit visit : newestFirst(day)) {
      LocalDate date = visit.date();
      if (date == null || date.isBefore(day.minusDays(listDays))) {
        continue;
      }
      if (visit.completeLists().contains(Statement.Kind.CONDITION)) {
        return new Answer.No(date, "complete condition list");
      }
      if (pastHistoryItem != null && answer(visit, pastHistoryItem) == YesNo.NO) {
        return new Answer.No(date, pastHistoryItem);
      }
    }
    return new Answer.Unknown();
  }

  private Answer pregnancy(LocalDate day) {
    for (Visit visit : newestFirst(day)) {
      LocalDate date = visit.date();
      for (Statement statement : visit.statements()) {
        LocalDate stated = statement.date() == null ? date : statement.date();
        if (stated == null || stated.isAfter(day) || !saysSomethingOfPregnancy(statement)) {
          continue;
        }
        if (DENIED.contains(status(statement)) || hasCode(statement, NOT_PREGNANT)) {
          return new Answer.No(stated, "pregnancy statement");
        }
        LocalDate end =
            statement.endDate() == null ? stated.plusDays(PREGNANCY_DAYS) : statement.endDate();
        if (!day.isAfter(end.plusDays(AFTER_BIRTH_DAYS))) {
          return new Answer.Yes(stated, "pregnancy statement");
        }
      }
    }
    return new Answer.Unknown();
  }

  private static boolean saysSomethingOfPregnancy(Statement statement) {
    if (hasCode(statement, PREGNANCY_NOT_KNOWN)) {
      return false;
    }
    return statement.kind() == Statement.Kind.PREGNANCY
        || (statement.kind() == Statement.Kind.CONDITION
            && names(statement, Concept.PREGNANCY)
            && !status(statement).equals("entered-in-error"));
  }

  private Answer activeTherapy(LocalDate day) {
    for (Visit visit : newestFirst(day)) {
      LocalDate date = visit.date();
      if (date == null || date.isBefore(day.minusDays(THERAPY_DAYS))) {
        continue;
      }
      boolean active =
          visit.statements().stream()
              .filter(s -> names(s, Concept.CANCER_THERAPY))
              .anyMatch(s -> !DENIED.contains(status(s)) && !ENDED.contains(status(s)));
      if (active) {
        return new Answer.Yes(date, "treatment statement");
      }
      if (visit.completeLists().contains(Statement.Kind.MEDICATION)
          && visit.completeLists().contains(Statement.Kind.CONDITION)) {
        return new Answer.No(date, "complete lists");
      }
    }
    return new Answer.Unknown();
  }

  private List<Visit> newestFirst(LocalDate day) {
    int later = 0;
    while (later < newestFirst.size() && isAfter(newestFirst.get(later), day)) {
      later++;
    }
    return newestFirst.subList(later, newestFirst.size());
  }

  private static boolean isAfter(Visit visit, LocalDate day) {
    LocalDate date = visit.date();
    return date != null && date.isAfter(day);
  }

  private static boolean names(Statement statement, Concept concept) {
    return statement.codes().stream()
        .anyMatch(coding -> ConceptCodes.standard().matches(concept, coding));
  }

  private static boolean hasCode(Statement statement, Set<String> codes) {
    return statement.codes().stream().map(Coding::code).anyMatch(codes::contains);
  }

  private static String status(Statement statement) {
    return statement.status().toLowerCase(Locale.ROOT);
  }

  private static YesNo answer(Visit visit, String item) {
    for (Observation observation : visit.observations()) {
      if (item.equals(observation.itemCode())
          && observation.status() != Observation.Status.WITHDRAWN) {
        YesNo answer = YesNo.of(observation);
        if (answer != YesNo.NEITHER) {
          return answer;
        }
      }
    }
    return YesNo.NEITHER;
  }
}
