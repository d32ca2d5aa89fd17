package health.lifelong.profile.record.grpc;

import health.lifelong.profile.access.grpc.Requests;
import health.lifelong.profile.record.domain.Coding;
import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.EffectiveTime.Precision;
import health.lifelong.profile.record.domain.Value.Comparator;
import java.math.BigDecimal;

/** Fields that checkups, genomes and lifestyle days share. */
final class Fields {
  private static final int LONGEST_DECIMAL = 64;
  private static final int LARGEST_SCALE = 999;
  private static final int LARGEST_OFFSET = 18 * 60;

  private Fields() {}

  // PostgreSQL keeps no NUL: such a text cannot be kept as sent, so it is refused rather than
  // changed.
  static String text(String text, String field) {
    if (text.indexOf('\0') >= 0) {
      throw Requests.invalid(field);
    }
    return text;
  }

  // U+001E and U+001F separate the parts of a list in its text column.
  static String part(String text, String field) {
    if (text.indexOf('\u001E') >= 0 || text.indexOf('\u001F') >= 0) {
      throw Requests.invalid(field);
    }
    return text(text, field);
  }

  static String required(String text, String field) {
    if (text.isBlank()) {
      throw Requests.invalid(field);
    }
    return text(text, field);
  }

  static String decimal(String text, String field) {
    if (text.length() > LONGEST_DECIMAL) {
      throw Requests.invalid(field);
    }
    try {
      if (Math.abs((long) new BigDecimal(text).scale()) <= LARGEST_SCALE) {
        return text;
      }
    } catch (NumberFormatException e) {
      // Told below, like any text that is no number of ours.
    }
    throw Requests.invalid(field);
  }

  static Coding codingPart(health.lifelong.common.v1.Coding coding, String field) {
    return new Coding(
        part(coding.getSystem(), field),
        part(coding.getCode(), field),
        part(coding.getDisplay(), field));
  }

  static Coding coding(health.lifelong.common.v1.Coding coding, String field) {
    return new Coding(
        text(coding.getSystem(), field),
        text(coding.getCode(), field),
        text(coding.getDisplay(), field));
  }

  static Comparator comparator(health.lifelong.common.v1.Comparator comparator) {
    return switch (comparator) {
      case COMPARATOR_UNSPECIFIED -> Comparator.EQUAL;
      case COMPARATOR_LESS -> Comparator.LESS;
      case COMPARATOR_LESS_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
      case COMPARATOR_GREATER_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
      case COMPARATOR_GREATER -> Comparator.GREATER;
      case UNRECOGNIZED -> throw Requests.invalid("comparator");
    };
  }

  static EffectiveTime time(health.lifelong.common.v1.EffectiveTime time, String field) {
    if (Math.abs((long) time.getOffsetMinutes()) > LARGEST_OFFSET) {
      throw Requests.invalid(field);
    }
    return new EffectiveTime(
        time.getStartMicros(),
        time.hasEndMicros() ? time.getEndMicros() : null,
        time.hasOffsetMinutes() ? time.getOffsetMinutes() : null,
        time.getOffsetAssumed(),
        precision(time, field));
  }

  private static Precision precision(health.lifelong.common.v1.EffectiveTime time, String field) {
    return switch (time.getPrecision()) {
      case TIME_PRECISION_YEAR -> Precision.YEAR;
      case TIME_PRECISION_MONTH -> Precision.MONTH;
      case TIME_PRECISION_DAY -> Precision.DAY;
      case TIME_PRECISION_MINUTE -> Precision.MINUTE;
      case TIME_PRECISION_SECOND -> Precision.SECOND;
      case TIME_PRECISION_UNSPECIFIED, UNRECOGNIZED -> throw Requests.invalid(field);
    };
  }
}
