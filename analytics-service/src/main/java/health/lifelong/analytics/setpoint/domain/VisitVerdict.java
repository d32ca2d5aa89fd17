package health.lifelong.analytics.setpoint.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one visit. The comparison with the visit before is null at the first of a line.
 *
 * @param daysApart days since the visit before
 * @param changePct change from the visit before, per cent
 * @param rcvUpPct smallest rise that is more than variation, per cent
 * @param rcvDownPct smallest fall that is more than variation, per cent, negative
 * @param expectation where the value lies against what the earlier visits predicted; null without a
 *     set-point
 * @param inLevel whether the visit is part of the person's level; one far outside its own
 *     prediction is not, until the next confirms it
 */
public record VisitVerdict(
    LocalDate date,
    double value,
    @Nullable Long daysApart,
    @Nullable Double changePct,
    double rcvUpPct,
    double rcvDownPct,
    Verdict verdict,
    @Nullable Expectation expectation,
    boolean inLevel) {

  /** The change from the visit before. */
  public enum Verdict {
    /** Nothing to compare with: the first visit, or the first after a series break. */
    FIRST,
    STABLE,
    RISE,
    FALL
  }

  /** Against the prediction from the person's earlier visits; from the population at the first. */
  public enum Expectation {
    BELOW,
    WITHIN,
    ABOVE
  }
}
