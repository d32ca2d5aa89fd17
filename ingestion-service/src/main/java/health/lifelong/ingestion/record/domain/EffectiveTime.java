package health.lifelong.ingestion.record.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a thing was true of the person.
 *
 * @param start start of the stated period, in UTC, microseconds at most
 * @param end end as sent, or null
 * @param offsetMinutes offset from UTC the time carried; null where it carried none and none was
 *     assumed
 * @param offsetAssumed true where the centre's own zone was taken
 */
public record EffectiveTime(
    Instant start,
    @Nullable Instant end,
    @Nullable Integer offsetMinutes,
    boolean offsetAssumed,
    Precision precision) {

  /** The precision a time was given in. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY,
    MINUTE,
    SECOND
  }
}
