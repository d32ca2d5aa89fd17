package health.lifelong.profile.record.algorithm;

import health.lifelong.profile.genome.domain.StoredGenome;
import health.lifelong.profile.lifestyle.domain.LifestyleDay;
import health.lifelong.profile.record.domain.Document;
import health.lifelong.profile.record.domain.ListState;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.PersonRecord;
import health.lifelong.profile.record.domain.PersonRecord.StoredCheckup;
import health.lifelong.profile.record.domain.PersonRecord.StoredDocument;
import health.lifelong.profile.record.domain.Statement;
import health.lifelong.profile.record.domain.StoredObservation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a person's members as one. What is known of the person is what the asked
 * member was told: one centre does not learn what another one wrote. A fact that came under two
 * members with one natural key is shown once, in the version that stands further in its life at the
 * sender.
 */
public final class Members {
  private static final Comparator<StoredCheckup> IN_TIME =
      Comparator.comparing(Members::start, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(StoredCheckup::centre)
          .thenComparing(StoredCheckup::checkupId);

  private Members() {}

  /**
   * The record of the asked member with the others' in it; empty where the asked one is not there.
   */
  public static Optional<PersonRecord> together(UUID asked, List<PersonRecord> members) {
    Optional<PersonRecord> own =
        members.stream().filter(member -> member.personId().equals(asked)).findFirst();
    return members.size() == 1 ? own : own.map(record -> together(record, members));
  }

  private static PersonRecord together(PersonRecord own, List<PersonRecord> members) {
    return new PersonRecord(
        own.personId(),
        own.revision(),
        own.identified(),
        own.demographics(),
        checkups(members),
        genomes(members),
        days(members));
  }

  private static @Nullable Long start(StoredCheckup checkup) {
    return checkup.effective() == null ? null : checkup.effective().startMicros();
  }

  private record VisitKey(String centre, String sourceKey) {}

  private static List<StoredCheckup> checkups(List<PersonRecord> members) {
    List<StoredCheckup> all = members.stream().flatMap(m -> m.checkups().stream()).toList();
    Collection<StoredCheckup> visits =
        once(all, c -> new VisitKey(c.centre(), c.sourceKey()), Members::oneVisit);
    return visits.stream().sorted(IN_TIME).toList();
  }

  private static StoredCheckup oneVisit(StoredCheckup one, StoredCheckup other) {
    return new StoredCheckup(
        one.checkupNo(),
        one.checkupId(),
        one.centre(),
        one.sourceKey(),
        one.effective() == null ? other.effective() : one.effective(),
        both(one.observations(), other.observations(), Members::key, Members::further),
        both(one.statements(), other.statements(), Statement::key, (a, b) -> a),
        both(one.lists(), other.lists(), ListState::kind, (a, b) -> a),
        both(one.documents(), other.documents(), Members::key, (a, b) -> a));
  }

  private static UUID key(StoredObservation stored) {
    Observation observation = stored.observation();
    return observation.key();
  }

  private static UUID key(StoredDocument stored) {
    Document document = stored.document();
    return document.key();
  }

  private static StoredObservation further(StoredObservation one, StoredObservation other) {
    boolean otherIsFurther = other.observation().status().compareTo(one.observation().status()) > 0;
    return otherIsFurther ? other : one;
  }

  private static List<StoredGenome> genomes(List<PersonRecord> members) {
    List<StoredGenome> all =
        members.stream()
            .flatMap(m -> m.genomes().stream())
            .sorted(Comparator.comparing(StoredGenome::receivedAt).reversed())
            .toList();
    return List.copyOf(once(all, genome -> genome.genome().key(), (a, b) -> a));
  }

  private record DayKey(String day, String signal, String statistic, String source) {}

  // Within one member two senders may tell of one day, and both are shown as ever.
  private static List<LifestyleDay> days(List<PersonRecord> members) {
    Map<DayKey, List<LifestyleDay>> days = new LinkedHashMap<>();
    for (PersonRecord member : members) {
      Map<DayKey, List<LifestyleDay>> own = new LinkedHashMap<>();
      member.days().forEach(d -> own.computeIfAbsent(key(d), k -> new ArrayList<>()).add(d));
      own.forEach(days::putIfAbsent);
    }
    return days.values().stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparing(LifestyleDay::day)
                .thenComparing(LifestyleDay::signal)
                .thenComparing(LifestyleDay::statistic))
        .toList();
  }

  private static DayKey key(LifestyleDay day) {
    return new DayKey(day.day().toString(), day.signal(), day.statistic(), day.source());
  }

  private static <T, K> List<T> both(
      List<T> one, List<T> other, Function<T, K> key, BinaryOperator<T> choice) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return List.copyOf(once(all, key, choice));
  }

  private static <T, K> Collection<T> once(
      List<T> all, Function<T, K> key, BinaryOperator<T> choice) {
    Map<K, T> kept = new LinkedHashMap<>();
    all.forEach(item -> kept.merge(key.apply(item), item, choice));
    return kept.values();
  }
}
