package health.lifelong.profile.record.store;

import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.EffectiveTime.Precision;
import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** Effective times as the five columns that every table has for them. */
final class Times {
  private Times() {}

  static @Nullable EffectiveTime read(Row row) {
    Long start = row.getLong("effective_start");
    if (start == null) {
      return null;
    }
    Short offset = row.getShort("offset_minutes");
    return new EffectiveTime(
        start,
        row.getLong("effective_end"),
        offset == null ? null : offset.intValue(),
        Boolean.TRUE.equals(row.getBoolean("offset_assumed")),
        Precision.of(row.getShort("time_precision")));
  }

  static @Nullable Long start(@Nullable EffectiveTime time) {
    return time == null ? null : time.startMicros();
  }

  static @Nullable Long end(@Nullable EffectiveTime time) {
    return time == null ? null : time.endMicros();
  }

  static @Nullable Short offset(@Nullable EffectiveTime time) {
    Integer minutes = time == null ? null : time.offsetMinutes();
    return minutes == null ? null : minutes.shortValue();
  }

  static @Nullable Short precision(@Nullable EffectiveTime time) {
    return time == null ? null : (short) time.precision().number();
  }

  static boolean offsetAssumed(@Nullable EffectiveTime time) {
    return time != null && time.offsetAssumed();
  }
}
