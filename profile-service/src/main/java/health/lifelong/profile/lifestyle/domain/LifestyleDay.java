package health.lifelong.profile.lifestyle.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * One local day of one signal.
 *
 * @param value exact decimal text
 * @param unit UCUM
 * @param comparator number of the comparator in the contracts; 0 is "equals"
 * @param statistic sum, median, minimum, maximum, last
 * @param source the source shown, as it names itself
 * @param sources all sources that had samples that day
 * @param coverageMinutes minutes covered by any sample of the source shown
 * @param inputsHash equal inputs give an equal day
 */
public record LifestyleDay(
    LocalDate day,
    String signal,
    String value,
    String unit,
    int comparator,
    String statistic,
    String source,
    List<String> sources,
    int samples,
    int coverageMinutes,
    String algorithmVersion,
    String inputsHash,
    boolean zoneAssumed) {

  public LifestyleDay {
    sources = List.copyOf(sources);
  }
}
