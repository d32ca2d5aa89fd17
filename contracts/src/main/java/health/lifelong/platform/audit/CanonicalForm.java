package health.lifelong.platform.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/** Writes RFC 8785: no white space, sorted names, numbers and escapes as ECMAScript writes them. */
final class CanonicalForm {
  private static final double EXACT_INTEGERS = 1L << 53;
  private static final int LONGEST_PLAIN = 21;
  private static final int SMALLEST_PLAIN = -6;

  private CanonicalForm() {}

  static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Members(var members) -> {
        char separator = '{';
        for (Map.Entry<String, Json> member : members.entrySet()) {
          out.append(separator);
          text(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
      case Json.Elements(var elements) -> {
        out.append('[');
        for (int i = 0; i < elements.size(); i++) {
          if (i > 0) {
            out.append(',');
          }
          write(elements.get(i), out);
        }
        out.append(']');
      }
      case Json.Text(var text) -> text(text, out);
      case Json.Number(var number) -> number(number, out);
      case Json.Literal literal -> out.append(literal.word());
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
          } else if (!Character.isSurrogate(c)) {
            out.append(c);
          } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else {
            throw new IllegalArgumentException("a lone surrogate has no canonical form");
          }
        }
      }
    }
    out.append('"');
  }

  private static void number(double value, StringBuilder out) {
    if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
      out.append((long) value);
      return;
    }
    if (value < 0) {
      out.append('-');
    }
    decimal(shortest(Math.abs(value)), out);
  }

  /**
   * The shortest decimal that reads back as {@code value}. Java writes at least two digits where
   * ECMAScript may write one (4.9E-324 is 5e-324 there).
   */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (digits.precision() != 2) {
      return digits;
    }
    BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return one.doubleValue() == value ? one.stripTrailingZeros() : digits;
  }

  // Number::toString of ECMAScript: k digits, the point behind the n-th.
  private static void decimal(BigDecimal value, StringBuilder out) {
    String digits = value.unscaledValue().toString();
    int k = digits.length();
    int n = k - value.scale();
    if (k <= n && n <= LONGEST_PLAIN) {
      out.append(digits).append("0".repeat(n - k));
    } else if (0 < n && n <= LONGEST_PLAIN) {
      out.append(digits, 0, n).append('.').append(digits, n, k);
    } else if (SMALLEST_PLAIN < n && n <= 0) {
      out.append("0.").append("0".repeat(-n)).append(digits);
    } else {
      out.append(digits.charAt(0));
      if (k > 1) {
        out.append('.').append(digits, 1, k);
      }
      out.append(n > 0 ? "e+" : "e-").append(Math.abs(n - 1));
    }
  }
}
