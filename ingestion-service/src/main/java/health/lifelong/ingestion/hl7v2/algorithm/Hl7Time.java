package health.lifelong.ingestion.hl7v2.algorithm;

import health.lifelong.ingestion.record.domain.EffectiveTime;
import health.lifelong.ingestion.record.domain.EffectiveTime.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Times of HL7 v2, {@code YYYY[MM[DD[HH[MM[SS[.S[S[S[S]]]]]]]]][+/-ZZZZ]} (ingestion-formats
 * section 2.5).
 */
final class Hl7Time {
  private static final int LARGEST_OFFSET = 14 * 60;

  private Hl7Time() {}

  /** What a time field says. */
  sealed interface Parsed {
    record Time(EffectiveTime time) implements Parsed {}

    /** Empty, the HL7 null, or all zeros, which is how some senders write "not known". */
    record NotTold() implements Parsed {}

    record Invalid() implements Parsed {}
  }

  /** Reads a time; without an offset it is the sender's {@code zone}, and marked so. */
  static Parsed parse(String raw, ZoneId zone) {
    String text = raw.strip();
    int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
    String local = sign < 0 ? text : text.substring(0, sign);
    int point = local.indexOf('.');
    String digits = point < 0 ? local : local.substring(0, point);
    String fraction = point < 0 ? "" : local.substring(point + 1);
    if (text.isEmpty() || text.equals(Hl7Syntax.NULL) || allZeros(digits)) {
      return new Parsed.NotTold();
    }
    boolean shaped =
        isDigits(digits)
            && digits.length() >= 4
            && digits.length() <= 14
            && digits.length() % 2 == 0
            && (point < 0 || (digits.length() == 14 && !fraction.isEmpty()))
            && isDigits(fraction)
            && fraction.length() <= 9;
    if (!shaped) {
      return new Parsed.Invalid();
    }
    try {
      LocalDateTime moment = moment(digits, fraction);
      if (sign < 0) {
        ZoneOffset assumed = zone.getRules().getOffset(moment);
        return new Parsed.Time(time(moment, assumed, true, digits.length()));
      }
      Optional<ZoneOffset> offset = offset(text, sign);
      return offset.isEmpty()
          ? new Parsed.Invalid()
          : new Parsed.Time(time(moment, offset.get(), false, digits.length()));
    } catch (DateTimeException notInCalendar) {
      return new Parsed.Invalid();
    }
  }

  /**
   * A birth date as ISO date, year-month or year; empty text where not told; empty where it is
   * none.
   */
  static Optional<String> date(String raw) {
    return switch (parse(raw, ZoneOffset.UTC)) {
      case Parsed.NotTold none -> Optional.of("");
      case Parsed.Invalid invalid -> Optional.empty();
      // The date as written: an offset must not move a birthday.
      case Parsed.Time told -> Optional.of(day(raw.strip(), told.time().precision()));
    };
  }

  /** The local day of a time, as precise as the time is. */
  static String day(EffectiveTime time) {
    Integer minutes = time.offsetMinutes();
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (minutes == null ? 0 : minutes));
    LocalDate day = time.start().atOffset(offset).toLocalDate();
    return switch (time.precision()) {
      case YEAR -> Integer.toString(day.getYear());
      case MONTH -> YearMonth.from(day).toString();
      case DAY, MINUTE, SECOND -> day.toString();
    };
  }

  private static String day(String raw, Precision precision) {
    return switch (precision) {
      case YEAR -> raw.substring(0, 4);
      case MONTH -> raw.substring(0, 4) + "-" + raw.substring(4, 6);
      case DAY, MINUTE, SECOND ->
          raw.substring(0, 4) + "-" + raw.substring(4, 6) + "-" + raw.substring(6, 8);
    };
  }

  private static LocalDateTime moment(String digits, String fraction) {
    LocalDateTime seconds =
        LocalDateTime.of(
            two(digits, 0) * 100 + two(digits, 2),
            digits.length() >= 6 ? two(digits, 4) : 1,
            digits.length() >= 8 ? two(digits, 6) : 1,
            digits.length() >= 10 ? two(digits, 8) : 0,
            digits.length() >= 12 ? two(digits, 10) : 0,
            digits.length() >= 14 ? two(digits, 12) : 0);
    // Microseconds at most, as every store of the suite keeps them.
    String micros = (fraction + "000000").substring(0, 6);
    return seconds.plusNanos(1_000L * Integer.parseInt(micros));
  }

  private static EffectiveTime time(
      LocalDateTime moment, ZoneOffset offset, boolean assumed, int digits) {
    Instant start = moment.toInstant(offset);
    Precision precision =
        switch (digits) {
          case 4 -> Precision.YEAR;
          case 6 -> Precision.MONTH;
          case 8 -> Precision.DAY;
          case 14 -> Precision.SECOND;
          default -> Precision.MINUTE;
        };
    return new EffectiveTime(start, null, offset.getTotalSeconds() / 60, assumed, precision);
  }

  private static Optional<ZoneOffset> offset(String text, int sign) {
    String digits = text.substring(sign + 1);
    if (digits.length() != 4 || !isDigits(digits) || two(digits, 2) > 59) {
      return Optional.empty();
    }
    int minutes = two(digits, 0) * 60 + two(digits, 2);
    int signed = text.charAt(sign) == '-' ? -minutes : minutes;
    return minutes > LARGEST_OFFSET
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds(60 * signed));
  }

  private static int two(String digits, int at) {
    return 10 * (digits.charAt(at) - '0') + digits.charAt(at + 1) - '0';
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean allZeros(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }
}
