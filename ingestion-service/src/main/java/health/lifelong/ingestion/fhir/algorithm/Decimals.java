package health.lifelong.ingestion.fhir.algorithm;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * FHIR decimals: digits kept as written. At most 64 characters and an exponent of three digits, and
 * inside the range of a double, so that {@code 1E1000000000} never becomes a number with a thousand
 * million digits.
 */
public final class Decimals {
  private static final int MAX_LENGTH = 64;
  private static final int MAX_EXPONENT_DIGITS = 3;
  private static final int MAX_MAGNITUDE = 308;

  private Decimals() {}

  /** The number, or empty where the text is none that can be stored. */
  public static Optional<BigDecimal> parse(String text) {
    if (text.length() > MAX_LENGTH || !isDecimal(text, MAX_EXPONENT_DIGITS)) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    int magnitude = value.precision() - value.scale() - 1;
    boolean inRange = value.signum() == 0 || Math.abs(magnitude) < MAX_MAGNITUDE;
    return inRange ? Optional.of(value) : Optional.empty();
  }

  /** Whether the text is a number at all, however large. */
  public static boolean isNumber(String text) {
    return isDecimal(text, Integer.MAX_VALUE);
  }

  private static boolean isDecimal(String text, int maxExponentDigits) {
    int length = text.length();
    int i = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, i);
    boolean leadingZero = whole > 1 && text.charAt(i) == '0';
    if (whole == 0 || leadingZero) {
      return false;
    }
    i += whole;
    if (i < length && text.charAt(i) == '.') {
      int fraction = digits(text, i + 1);
      if (fraction == 0) {
        return false;
      }
      i += 1 + fraction;
    }
    if (i < length && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      i++;
      if (i < length && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      int exponent = digits(text, i);
      if (exponent == 0 || exponent > maxExponentDigits) {
        return false;
      }
      i += exponent;
    }
    return i == length;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }
}
