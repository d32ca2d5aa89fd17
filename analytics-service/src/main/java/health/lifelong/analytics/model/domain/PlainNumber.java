package health.lifelong.analytics.model.domain;

import java.math.BigDecimal;

/** A double as text that reads back to the same double: shortest digits, no exponent, no locale. */
public final class PlainNumber {
  private PlainNumber() {}

  /** The text of a finite number, for example {@code 0.00025} and {@code 90}. */
  public static String of(double value) {
    if (value == 0) {
      return "0";
    }
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
