package health.lifelong.ingestion.record.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One local day of one signal.
 *
 * @param signal steps, distance, active_energy, exercise_minutes, heart_rate, resting_heart_rate,
 *     hrv_sdnn, vo2max, weight, body_fat, sbp, dbp, glucose, spo2, respiratory_rate, sleep_asleep
 *     ...
 * @param unit UCUM
 * @param statistic sum, median, minimum, maximum, last
 * @param source the source shown, as it names itself
 * @param sources all sources with samples that day, sorted
 * @param inputsHash hex SHA-256 over the inputs in canonical order: equal inputs give an equal day
 */
public record LifestyleDay(
    LocalDate day,
    String signal,
    BigDecimal value,
    String unit,
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
