package health.lifelong.analytics.record.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One value of an item.
 *
 * @param itemCode catalogue code; null where the sender's code or unit is not mapped
 * @param date local day of the measurement; null where no time was sent
 * @param instant start of the stated time, for the order within a day
 * @param implausible outside the plausible range of the catalogue: not used until confirmed
 * @param held waits for a clinician: a safety notice may rise from it, and nothing else of it is
 *     shown
 */
public record Observation(
    @Nullable String itemCode,
    Value value,
    @Nullable LocalDate date,
    @Nullable Instant instant,
    Status status,
    boolean implausible,
    boolean unitAssumed,
    boolean held,
    String method,
    String sourceKey) {

  /** Where a value stands in its life at the sender. */
  public enum Status {
    PRELIMINARY,
    FINAL,
    CORRECTED,
    WITHDRAWN
  }
}
