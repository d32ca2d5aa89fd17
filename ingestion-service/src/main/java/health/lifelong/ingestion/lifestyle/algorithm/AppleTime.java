package health.lifelong.ingestion.lifestyle.algorithm;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time of an export, {@code yyyy-MM-dd HH:mm:ss +HHMM}, kept with the offset it carries.
 *
 * @param seconds since 2000-01-01T00:00:00Z, so that an int holds it
 * @param offsetMinutes from UTC
 * @param assumed true where the time carried no offset and the person's zone was taken
 */
record AppleTime(int seconds, int offsetMinutes, boolean assumed) {
  /** 2000-01-01T00:00:00Z. */
  static final long EPOCH = 946_684_800L;

  /** Years 1934 to 2066: an int holds every sum with a day and an offset. */
  private static final long FARTHEST = 2_080_000_000L;

  private static final int LARGEST_OFFSET = 18 * 60;

  static Optional<AppleTime> parse(String raw, ZoneId zone) {
    String text = raw.strip();
    if (text.length() < 19
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19));
      String rest = text.substring(19).strip().replace(":", "");
      if (rest.isEmpty()) {
        int assumed = zone.getRules().getOffset(local).getTotalSeconds() / 60;
        return at(local, assumed, true);
      }
      if (rest.equals("Z")) {
        return at(local, 0, false);
      }
      char sign = rest.charAt(0);
      if (rest.length() != 5 || (sign != '+' && sign != '-')) {
        return Optional.empty();
      }
      int minutes = number(rest, 1, 3) * 60 + number(rest, 3, 5);
      return minutes > LARGEST_OFFSET
          ? Optional.empty()
          : at(local, sign == '-' ? -minutes : minutes, false);
    } catch (DateTimeException | NumberFormatException notATime) {
      return Optional.empty();
    }
  }

  private static Optional<AppleTime> at(LocalDateTime local, int minutes, boolean assumed) {
    long seconds = local.toEpochSecond(ZoneOffset.ofTotalSeconds(minutes * 60)) - EPOCH;
    return Math.abs(seconds) < FARTHEST
        ? Optional.of(new AppleTime((int) seconds, minutes, assumed))
        : Optional.empty();
  }

  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new NumberFormatException(text.substring(from, to));
      }
      value = 10 * value + c - '0';
    }
    return value;
  }
}
