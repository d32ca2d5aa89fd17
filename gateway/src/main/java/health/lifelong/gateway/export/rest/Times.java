package health.lifelong.gateway.export.rest;

import com.google.protobuf.Timestamp;
import health.lifelong.common.v1.EffectiveTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times as ISO 8601 says them: at the offset and in the precision they were given in. */
final class Times {
  private static final int SECONDS_A_MINUTE = 60;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu");

  private Times() {}

  /** The start of a time. */
  static String start(EffectiveTime time) {
    return text(time, time.getStartMicros());
  }

  /** The end of a time that has one. */
  static String end(EffectiveTime time) {
    return text(time, time.getEndMicros());
  }

  private static String text(EffectiveTime time, long micros) {
    int offset = time.hasOffsetMinutes() ? time.getOffsetMinutes() : 0;
    OffsetDateTime at =
        Instant.EPOCH
            .plus(micros, ChronoUnit.MICROS)
            .atOffset(ZoneOffset.ofTotalSeconds(offset * SECONDS_A_MINUTE));
    return switch (time.getPrecision()) {
      case TIME_PRECISION_YEAR -> YEAR.format(at);
      case TIME_PRECISION_MONTH -> MONTH.format(at);
      case TIME_PRECISION_DAY -> at.toLocalDate().toString();
      case TIME_PRECISION_MINUTE, TIME_PRECISION_SECOND, TIME_PRECISION_UNSPECIFIED, UNRECOGNIZED ->
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    };
  }

  static String instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos()).toString();
  }
}
