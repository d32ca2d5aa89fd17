package health.lifelong.ingestion.mapping.algorithm;

import health.lifelong.ingestion.record.domain.Value.Comparator;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number as people and analysers write it (ingestion-formats sections 2.5 and 5.1): full-width
 * digits, thousands commas, comparators before the number or in Korean after it, ranges. Digits are
 * kept as sent: {@code 7.40} has two decimals.
 */
public sealed interface NumberText {
  /** One number. */
  record Number(BigDecimal value, Comparator comparator) implements NumberText {}

  /** A range, both ends included. */
  record Span(BigDecimal low, BigDecimal high) implements NumberText {}

  /**
   * Digits and exponent beyond this are no measurement of a person, and would cost memory to
   * compute with.
   */
  int MAX_LENGTH = 32;

  /**
   * Reads the whole text as a number or a range; empty where it is neither. A comma is a thousands
   * mark and must stand before groups of three digits: {@code 95,5} is refused, never read as 955.
   */
  static Optional<NumberText> parse(String raw) {
    String text = plain(raw);
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Signed signed = comparator(text);
    BigDecimal value = decimal(signed.rest());
    if (value != null) {
      return Optional.of(new Number(value, signed.comparator()));
    }
    return signed.rest().length() == text.length() ? span(text) : Optional.empty();
  }

  private static String plain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) > 0x7E) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).replace('\u2212', '-').strip();
      }
    }
    return raw.strip();
  }

  /** A comparator and what is left of the text. */
  record Signed(Comparator comparator, String rest) {}

  private static Signed comparator(String text) {
    char last = text.charAt(text.length() - 1);
    if (last > 0x7E && text.length() > 2) {
      String rest = text.substring(0, text.length() - 2).strip();
      return switch (text.substring(text.length() - 2)) {
        case "이상" -> new Signed(Comparator.GREATER_OR_EQUAL, rest);
        case "이하" -> new Signed(Comparator.LESS_OR_EQUAL, rest);
        case "초과" -> new Signed(Comparator.GREATER, rest);
        case "미만" -> new Signed(Comparator.LESS, rest);
        default -> new Signed(Comparator.EQUAL, text);
      };
    }
    return switch (text.charAt(0)) {
      case '<' -> leading(text, Comparator.LESS, Comparator.LESS_OR_EQUAL);
      case '>' -> leading(text, Comparator.GREATER, Comparator.GREATER_OR_EQUAL);
      case '\u2264' -> new Signed(Comparator.LESS_OR_EQUAL, text.substring(1).strip());
      case '\u2265' -> new Signed(Comparator.GREATER_OR_EQUAL, text.substring(1).strip());
      case '=' -> new Signed(Comparator.EQUAL, text.substring(1).strip());
      default -> new Signed(Comparator.EQUAL, text);
    };
  }

  private static Signed leading(String text, Comparator strict, Comparator inclusive) {
    return text.startsWith("=", 1)
        ? new Signed(inclusive, text.substring(2).strip())
        : new Signed(strict, text.substring(1).strip());
  }

  private static Optional<NumberText> span(String text) {
    int dash = Math.max(text.indexOf('-', 1), text.indexOf('~', 1));
    if (dash < 0) {
      return Optional.empty();
    }
    BigDecimal low = decimal(text.substring(0, dash).strip());
    BigDecimal high = decimal(text.substring(dash + 1).strip());
    if (low == null || high == null || low.compareTo(high) > 0) {
      return Optional.empty();
    }
    return Optional.of(new Span(low, high));
  }

  /**
   * A bare decimal: sign, digits with optional groups of three, point, exponent of at most two
   * digits; else null.
   */
  private static @Nullable BigDecimal decimal(String text) {
    int length = text.length();
    int i = length > 0 && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
    int digits = 0;
    int sinceComma = -1;
    StringBuilder groups = null;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c == ',') {
        boolean wellFormed = sinceComma < 0 ? digits >= 1 && digits <= 3 : sinceComma == 3;
        if (!wellFormed) {
          return null;
        }
        groups = groups == null ? new StringBuilder(length).append(text, 0, i) : groups;
        sinceComma = 0;
        continue;
      }
      if (c < '0' || c > '9') {
        break;
      }
      digits++;
      sinceComma += sinceComma < 0 ? 0 : 1;
      if (groups != null) {
        groups.append(c);
      }
    }
    if (sinceComma >= 0 && sinceComma != 3) {
      return null;
    }
    int end = fraction(text, i, digits);
    if (end != length) {
      return null;
    }
    return new BigDecimal(groups == null ? text : groups.append(text, i, length).toString());
  }

  /**
   * Where a fraction and an exponent from {@code i} on end, or -1 where there is no digit at all.
   */
  private static int fraction(String text, int start, int wholeDigits) {
    int i = start;
    int digits = wholeDigits;
    if (i < text.length() && text.charAt(i) == '.') {
      i++;
      for (; i < text.length() && isDigit(text.charAt(i)); i++) {
        digits++;
      }
    }
    if (digits == 0) {
      return -1;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int first = i + 1;
      if (first < text.length() && (text.charAt(first) == '+' || text.charAt(first) == '-')) {
        first++;
      }
      int last = first;
      while (last < text.length() && isDigit(text.charAt(last))) {
        last++;
      }
      boolean measurable = last > first && last - first <= 2;
      return measurable ? last : -1;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
