package health.lifelong.profile.release.domain;

import java.math.BigDecimal;

/**
 * A critical limit that a value reached.
 *
 * @param limit the limit's own number
 * @param high true for the upper limit, false for the lower
 * @param unit UCUM unit of the limit
 */
public record Breach(String itemCode, BigDecimal limit, boolean high, String unit) {
  /** The rule in words that need no language: {@code K >= 6.2 mmol/L}. */
  public String rule() {
    return itemCode + (high ? " >= " : " <= ") + limit.toPlainString() + " " + unit;
  }
}
