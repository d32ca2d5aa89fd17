package health.lifelong.analytics.population.domain;

import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.analytics.model.domain.Situation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person of a sample while the row passes by; nothing of it is kept in a report.
 *
 * @param age in years; null where the sample does not tell it
 * @param inputs cells by the column names of the models; what is absent is unknown
 * @param row the row's own cells, for what only that sample has
 * @param followUp null where there is none
 */
public record Subject(
    Sex sex,
    @Nullable Double age,
    Map<String, String> inputs,
    Map<String, String> row,
    Situation situation,
    @Nullable FollowUp followUp)
    implements SampleRow {
  /** Copies the maps. */
  public Subject {
    inputs = Map.copyOf(inputs);
    row = Map.copyOf(row);
  }

  /** The band of the age; null where the age is unknown. */
  public @Nullable AgeBand band() {
    return age == null ? null : AgeBand.of(age);
  }
}
