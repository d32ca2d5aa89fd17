package health.lifelong.analytics.screening.domain;

import health.lifelong.analytics.model.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * One band of one item. Each bound is absent where the band is open there.
 *
 * @param sex null where the band holds for both
 * @param component which number of the item it reads: {@code value}, or for blood pressure {@code
 *     value} (systolic) and {@code value2_dbp} (diastolic)
 * @param from lower bound, inclusive
 * @param above lower bound, exclusive
 * @param to upper bound, inclusive
 * @param below upper bound, exclusive
 */
public record ScreeningBand(
    @Nullable Sex sex,
    String component,
    ScreeningClass judgement,
    @Nullable Double from,
    @Nullable Double above,
    @Nullable Double to,
    @Nullable Double below) {
  /** Whether the band reads this component of a person of this sex. */
  public boolean concerns(Sex person, String name) {
    return (sex == null || sex == person) && component.equals(name);
  }

  /** Whether the value lies in the band. */
  public boolean contains(double value) {
    return (from == null || value >= from)
        && (above == null || value > above)
        && (to == null || value <= to)
        && (below == null || value < below);
  }
}
