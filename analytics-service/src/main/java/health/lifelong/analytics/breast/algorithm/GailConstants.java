package health.lifelong.analytics.breast.algorithm;

import health.lifelong.vocabulary.CsvTable;
import java.util.HashMap;
import java.util.Map;

/**
 * The constants of the Gail model by group of origin: rates per person-year in bands of five years
 * from 20 to 90, logarithms of relative risks, and one minus the attributable risk.
 */
final class GailConstants {
  /** The separate rates of an average woman of groups 1 and 4. */
  static final int AVERAGE_OF_GROUPS_1_AND_4 = 0;

  private static final String TABLE = "/models/bcrat_constants.csv";
  private static final int FIRST_AGE = 20;
  private static final int BAND = 5;

  private final Map<String, Double> values;

  private GailConstants(Map<String, Double> values) {
    this.values = values;
  }

  static GailConstants load() {
    Map<String, Double> values = new HashMap<>();
    for (CsvTable.Row row : CsvTable.resource(GailConstants.class, TABLE).rows()) {
      values.put(
          key(row.require("table"), row.require("race_code"), row.require("age_band_or_term")),
          Double.valueOf(row.require("value")));
    }
    return new GailConstants(values);
  }

  /** Incidence of invasive breast cancer at a whole age. */
  double incidence(int group, int age) {
    return rate("lambda1_breast_cancer_incidence", group, age);
  }

  /** Death from other causes at a whole age. */
  double competingDeath(int group, int age) {
    return rate("lambda2_competing_mortality", group, age);
  }

  /** Logarithm of the relative risk of one term, as the table names it. */
  double beta(int group, String term) {
    return of("log_relative_risk", group, term);
  }

  /** One minus the attributable risk, below 50 and from 50 on. */
  double unattributable(int group, boolean from50) {
    return of("one_minus_attributable_risk", group, from50 ? "Age>=50" : "Age<50");
  }

  private double rate(String table, int group, int age) {
    int from = FIRST_AGE + (age - FIRST_AGE) / BAND * BAND;
    return of(table, group, from + "-" + (from + BAND));
  }

  private double of(String table, int group, String term) {
    Double value = values.get(key(table, Integer.toString(group), term));
    if (value == null) {
      throw new IllegalStateException("no constant " + table + " " + term);
    }
    return value;
  }

  private static String key(String table, String group, String term) {
    return table + "/" + group + "/" + term;
  }
}
