package health.lifelong.ingestion.lifestyle.domain;

import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.util.List;

/**
 * What a phone export says.
 *
 * @param records Record, Workout and ActivitySummary elements; those inside a Correlation stand
 *     alone as well and are counted there only
 * @param observations Record elements
 * @param unmapped those of them whose type or unit is no signal; they give no day
 * @param rejectedRecords how many of {@code records} could not be read
 * @param rejected the first 1,000 of them
 * @param days sorted by day, signal and statistic
 * @param partial true where the export broke off and what came before was kept
 */
public record LifestyleReading(
    long records,
    long observations,
    long unmapped,
    long workouts,
    long activitySummaries,
    long rejectedRecords,
    List<Rejected> rejected,
    List<LifestyleDay> days,
    boolean partial) {

  public LifestyleReading {
    rejected = List.copyOf(rejected);
    days = List.copyOf(days);
  }

  /** How many local days have at least one signal. */
  public long lifestyleDays() {
    return days.stream().map(LifestyleDay::day).distinct().count();
  }
}
