package health.lifelong.analytics.record.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One person's record at one revision, as far as consent and release open it.
 *
 * @param visits checkups, in the order profile gives them
 * @param genomes heads of genotype files, newest first
 * @param withheld categories that consent does not open, with the reason
 */
public record PersonRecord(
    String personId,
    @Nullable Sex sex,
    @Nullable BirthDate birth,
    long revision,
    List<Visit> visits,
    List<GenomeHead> genomes,
    List<LifestyleDay> lifestyleDays,
    Map<DataCategory, String> withheld) {

  public PersonRecord {
    visits = List.copyOf(visits);
    genomes = List.copyOf(genomes);
    lifestyleDays = List.copyOf(lifestyleDays);
    withheld = Map.copyOf(withheld);
  }

  /** True where consent does not open this category. */
  public boolean isWithheld(DataCategory category) {
    return withheld.containsKey(category);
  }

  /** This record with one more category that turned out not to be open. */
  public PersonRecord withholding(DataCategory category, String reason) {
    Map<DataCategory, String> more = new EnumMap<>(DataCategory.class);
    more.putAll(withheld);
    more.put(category, reason);
    return new PersonRecord(personId, sex, birth, revision, visits, genomes, lifestyleDays, more);
  }

  /** What consent withholds, each with its reason, in one text and one order. */
  public String withheldText() {
    return withheldText(withheld);
  }

  /** The same of categories that were told without a record. */
  public static String withheldText(Map<DataCategory, String> withheld) {
    return new TreeMap<>(withheld).toString();
  }

  /** Whether there is a genome that consent lets insights be made of. */
  public boolean opensGenome() {
    return !genomes.isEmpty()
        && !isWithheld(DataCategory.GENETIC_RAW)
        && !isWithheld(DataCategory.GENETIC_REPORT);
  }

  /** The day a report is of; a record without any day holds nothing to date, on whatever day. */
  public LocalDate reportDay() {
    return latestDay().orElse(LocalDate.EPOCH);
  }

  /**
   * The last day the record knows of: insights are dated by it, so that the same revision gives the
   * same answer.
   */
  public Optional<LocalDate> latestDay() {
    Stream<LocalDate> visitDays = visits.stream().map(Visit::date).filter(Objects::nonNull);
    Stream<LocalDate> phoneDays = lifestyleDays.stream().map(LifestyleDay::day);
    return Stream.concat(visitDays, phoneDays).max(LocalDate::compareTo);
  }
}
