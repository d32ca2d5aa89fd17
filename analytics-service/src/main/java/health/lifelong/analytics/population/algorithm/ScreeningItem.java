package health.lifelong.analytics.population.algorithm;

import org.jspecify.annotations.Nullable;

/**
 * An item of the screening rule and the columns that hold it.
 *
 * @param code item of the rule
 * @param second column of the second number, for blood pressure; null otherwise
 * @param unclassedIsA whether a value beside the A range that the rule gives no class counts as A,
 *     as the sample's README says of haemoglobin and gamma-GT
 */
record ScreeningItem(String code, String column, @Nullable String second, boolean unclassedIsA) {
  static ScreeningItem of(String code, String column) {
    return new ScreeningItem(code, column, null, false);
  }

  static ScreeningItem openSided(String code, String column) {
    return new ScreeningItem(code, column, null, true);
  }
}
