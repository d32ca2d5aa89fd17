package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cox models as they are printed: one row a term, one column an equation. A term with a star is the
 * product of its parts; an empty cell has no part in the equation. The rows {@code s0} and {@code
 * mean...} are the baseline survival and the mean predictor.
 */
final class CoxTable {
  private static final String TERM = "term";
  private static final String SURVIVAL = "s0";
  private static final String MEAN = "mean";

  private record Weight(List<String> parts, double beta) {}

  private record Equation(List<Weight> weights, Map<String, Double> constants) {}

  private final Map<String, Equation> equations;

  private CoxTable(Map<String, Equation> equations) {
    this.equations = equations;
  }

  /** Reads the table of a resource; {@code equations} are the columns to keep. */
  static CoxTable resource(String path, String... equations) {
    Map<String, Equation> read = new HashMap<>();
    List<CsvTable.Row> rows = CsvTable.resource(CoxTable.class, path).rows();
    for (String name : equations) {
      read.put(name, equation(name, rows));
    }
    return new CoxTable(read);
  }

  /** Probability within the horizon of the equation, centred on the printed mean. */
  double risk(String equation, CoxTerms terms) {
    return risk(equation, MEAN, terms);
  }

  /** The same, centred on another row of the table. */
  double risk(String equation, String mean, CoxTerms terms) {
    Equation chosen = required(equations, equation);
    double predictor = -required(chosen.constants(), mean);
    for (Weight weight : chosen.weights()) {
      double value = weight.beta();
      for (String part : weight.parts()) {
        value *= terms.of(part);
      }
      predictor += value;
    }
    double survival = required(chosen.constants(), SURVIVAL);
    return 1 - StrictMath.pow(survival, StrictMath.exp(predictor));
  }

  private static Equation equation(String name, List<CsvTable.Row> rows) {
    List<Weight> weights = new ArrayList<>();
    Map<String, Double> constants = new HashMap<>();
    for (CsvTable.Row row : rows) {
      String term = row.require(TERM);
      String cell = row.get(name);
      if (cell == null) {
        continue;
      }
      if (term.equals(SURVIVAL) || term.startsWith(MEAN)) {
        constants.put(term, Double.valueOf(cell));
      } else {
        weights.add(new Weight(List.of(term.split("\\*", -1)), Double.parseDouble(cell)));
      }
    }
    return new Equation(List.copyOf(weights), Map.copyOf(constants));
  }

  private static <T> T required(Map<String, T> map, String key) {
    T value = map.get(key);
    if (value == null) {
      throw new IllegalStateException("not in the table: " + key);
    }
    return value;
  }
}
