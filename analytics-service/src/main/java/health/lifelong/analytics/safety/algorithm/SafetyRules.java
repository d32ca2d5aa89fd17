package health.lifelong.analytics.safety.algorithm;

import health.lifelong.analytics.pack.domain.CriticalLimit;
import health.lifelong.analytics.pack.domain.Message;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.pack.domain.Texts;
import health.lifelong.analytics.record.domain.BirthDate;
import health.lifelong.analytics.record.domain.Coding;
import health.lifelong.analytics.record.domain.Observation;
import health.lifelong.analytics.record.domain.Observation.Status;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.analytics.record.domain.Value;
import health.lifelong.analytics.record.domain.Value.Comparator;
import health.lifelong.analytics.record.domain.Visit;
import health.lifelong.analytics.safety.domain.SafetyFindings;
import health.lifelong.analytics.safety.domain.SafetyNotice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Critical values and PHQ-9 item 9, by the rules of the region pack, read before any model (design
 * section 6).
 *
 * <p>A value counts as soon as it arrives, preliminary ones too, and stands until a newer value of
 * the item lies within the limits or the pack's number of days has passed. A limit for adults is
 * used for everybody of whom no better row is known: one call too many does less harm than one too
 * few.
 */
public final class SafetyRules {
  private static final String SELF_HARM_ITEM = "PHQ9_9";
  private static final int ADULT = 18;

  /** Items whose numbers would tell the answer to the self-harm question. */
  private static final Set<String> TOTALS_OF_SELF_HARM = Set.of("PHQ9_9", "PHQ9");

  private static final Set<String> BLOOD_PRESSURE = Set.of("SBP", "DBP");

  private SafetyRules() {}

  /** The notices in a language, and the items that stay silent meanwhile. */
  public static SafetyFindings check(
      PersonRecord record, RegionPack pack, Texts texts, LocalDate day) {
    Set<String> silenced = new TreeSet<>();
    boolean critical = false;
    boolean support = false;
    Map<String, List<CriticalLimit>> limits = limits(pack);
    Map<String, List<Placed>> values = values(record, limits.keySet());
    LocalDate oldest = day.minusDays(pack.required("safety.notice_days").intValue());
    for (Map.Entry<String, List<CriticalLimit>> limited : limits.entrySet()) {
      String item = limited.getKey();
      List<Placed> placed = values.getOrDefault(item, List.of());
      if (!stands(record.birth(), limited.getValue(), placed, oldest, day)) {
        continue;
      }
      if (item.equals(SELF_HARM_ITEM)) {
        support = true;
        silenced.addAll(TOTALS_OF_SELF_HARM);
      } else {
        critical = true;
        silenced.addAll(measuredTogether(item));
      }
    }
    List<SafetyNotice> notices = new ArrayList<>();
    if (support) {
      notices.add(
          new SafetyNotice(
              texts.say(Message.NOTICE_SUPPORT),
              texts.say(Message.NOTICE_SUPPORT_NAME),
              pack.supportNumber()));
    }
    if (critical) {
      notices.add(
          new SafetyNotice(
              texts.say(Message.NOTICE_CRITICAL),
              texts.say(Message.NOTICE_CALL_NAME),
              pack.callNumber()));
    }
    return new SafetyFindings(notices, silenced);
  }

  /** The two numbers of one blood pressure stand or fall together. */
  private static Set<String> measuredTogether(String item) {
    return BLOOD_PRESSURE.contains(item) ? BLOOD_PRESSURE : Set.of(item);
  }

  /** The rows of each item that has any, items in alphabetical order. */
  private static Map<String, List<CriticalLimit>> limits(RegionPack pack) {
    Map<String, List<CriticalLimit>> limits = new TreeMap<>();
    pack.criticalLimits()
        .forEach(
            limit -> limits.computeIfAbsent(limit.itemCode(), i -> new ArrayList<>()).add(limit));
    return limits;
  }

  /** A value and its visit. */
  private record Placed(Visit visit, Observation observation) {}

  /** The values of those items that say anything, each list in the order of the record. */
  private static Map<String, List<Placed>> values(PersonRecord record, Set<String> items) {
    Map<String, List<Placed>> values = new HashMap<>();
    for (Visit visit : record.visits()) {
      for (Observation observation : visit.observations()) {
        String item = observation.itemCode();
        if (item != null
            && items.contains(item)
            && observation.status() != Status.WITHDRAWN
            && !observation.implausible()) {
          values.computeIfAbsent(item, i -> new ArrayList<>()).add(new Placed(visit, observation));
        }
      }
    }
    return values;
  }

  /** Whether the newest value of the item that says anything is a critical one, and not too old. */
  private static boolean stands(
      @Nullable BirthDate birth,
      List<CriticalLimit> limits,
      List<Placed> values,
      LocalDate oldest,
      LocalDate day) {
    @Nullable LocalDate criticalOn = null;
    @Nullable LocalDate calmOn = null;
    for (Placed placed : values) {
      Observation observation = placed.observation();
      // Without a date nobody knows that it is old.
      LocalDate date = Objects.requireNonNullElse(dateOf(observation, placed.visit()), day);
      BigDecimal number = number(observation);
      if (number == null) {
        continue;
      }
      if (isCritical(observation, number, limit(birth, limits, date))) {
        criticalOn = later(criticalOn, date);
      } else {
        calmOn = later(calmOn, date);
      }
    }
    return criticalOn != null
        && !criticalOn.isBefore(oldest)
        && (calmOn == null || !calmOn.isAfter(criticalOn));
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isAfter(one) ? other : one;
  }

  private static @Nullable LocalDate dateOf(Observation observation, Visit visit) {
    return observation.date() == null ? visit.date() : observation.date();
  }

  private static CriticalLimit limit(
      @Nullable BirthDate birth, List<CriticalLimit> rows, LocalDate day) {
    String population = birth != null && birth.ageOn(day) < ADULT ? "child" : "adult";
    for (CriticalLimit row : rows) {
      if (row.population().equals(population)) {
        return row;
      }
    }
    return rows.getFirst();
  }

  private static boolean isCritical(
      Observation observation, BigDecimal number, CriticalLimit limit) {
    Comparator comparator =
        observation.value() instanceof Value.Quantity quantity
            ? quantity.comparator()
            : Comparator.EQUAL;
    BigDecimal low = limit.low();
    BigDecimal high = limit.high();
    boolean tooLow = low != null && number.compareTo(low) <= 0;
    boolean tooHigh = high != null && number.compareTo(high) >= 0;
    return switch (comparator) {
      case EQUAL -> tooLow || tooHigh;
      case LESS, LESS_OR_EQUAL -> tooLow;
      case GREATER, GREATER_OR_EQUAL -> tooHigh;
    };
  }

  /** The number of a value in the catalogue's unit; a coded score gives its code's number. */
  private static @Nullable BigDecimal number(Observation observation) {
    return switch (observation.value()) {
      case Value.Quantity quantity -> quantity.value();
      case Value.Coded(Coding coding) -> score(coding);
      case Value.Text text -> null;
      case Value.Absent absent -> null;
    };
  }

  private static @Nullable BigDecimal score(Coding coding) {
    return switch (coding.code()) {
      case "0", "LA6568-5" -> BigDecimal.ZERO;
      case "1", "LA6569-3" -> BigDecimal.ONE;
      case "2", "LA6570-1" -> BigDecimal.TWO;
      case "3", "LA6571-9" -> BigDecimal.valueOf(3);
      default -> null;
    };
  }
}
