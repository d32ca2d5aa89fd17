package health.lifelong.profile.record.domain;

import org.jspecify.annotations.Nullable;

/**
 * When a thing was true of the person.
 *
 * @param startMicros microseconds since 1970-01-01T00:00:00Z of the start of the stated period
 * @param endMicros end as sent, or null
 * @param offsetMinutes offset from UTC the time carried; null where it carried none and none was
 *     assumed
 * @param offsetAssumed true where the centre's own zone was taken
 */
public record EffectiveTime(
    long startMicros,
    @Nullable Long endMicros,
    @Nullable Integer offsetMinutes,
    boolean offsetAssumed,
    Precision precision) {

  /** The precision a time was given in; numbers as in the contracts and the database. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY,
    MINUTE,
    SECOND;

    /** Number in the database. */
    public int number() {
      return ordinal() + 1;
    }

    /** The precision of a stored number. */
    public static Precision of(int number) {
      return values()[number - 1];
    }
  }
}
