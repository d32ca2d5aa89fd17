package health.lifelong.analytics.population.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is said of a sample.
 *
 * @param sample which kind of file
 * @param rows rows read
 * @param leftOut rows that could not be used, by reason
 * @param persons rows used, by stratum
 * @param notes how the sample was read, and what it cannot tell
 * @param coverage where numbers may be shown
 * @param counts classes by sex
 * @param countsByAge classes by sex and age band; empty where the sample tells no age
 * @param agreement computed numbers beside packaged ones
 * @param studies scores against death
 */
public record PopulationReport(
    String sample,
    long rows,
    Map<String, Long> leftOut,
    List<Persons> persons,
    List<String> notes,
    List<Coverage> coverage,
    List<ClassCount> counts,
    List<ClassCount> countsByAge,
    List<Agreement> agreement,
    List<ScoreStudy> studies) {
  /** How many persons a stratum has. */
  public record Persons(Stratum stratum, long count) {}

  /** Copies the collections. */
  public PopulationReport {
    leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
    persons = List.copyOf(persons);
    notes = List.copyOf(notes);
    coverage = List.copyOf(coverage);
    counts = List.copyOf(counts);
    countsByAge = List.copyOf(countsByAge);
    agreement = List.copyOf(agreement);
    studies = List.copyOf(studies);
  }
}
