package health.lifelong.analytics.cardiovascular.algorithm;

import health.lifelong.analytics.model.domain.Inputs;
import health.lifelong.analytics.model.domain.Sex;
import health.lifelong.vocabulary.CsvTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The PREVENT equations of all variants, from the coefficient table of the supplement (Khan,
 * Circulation 2024;149:430-449). Risk = 1 / (1 + exp(-LP)), a probability from 0 to 1.
 */
final class PreventEquations {
  private static final PreventEquations STANDARD = load();

  private record Key(String variant, String horizon, Sex sex, String outcome) {}

  private record Weight(PreventTerm term, double beta) {}

  private final Map<Key, List<Weight>> equations;

  private PreventEquations(Map<Key, List<Weight>> equations) {
    this.equations = equations;
  }

  static PreventEquations standard() {
    return STANDARD;
  }

  /**
   * The probability of one outcome.
   *
   * @param variant base, hba1c, uacr, sdi or full
   * @param horizon 10yr or 30yr
   * @param outcome total_cvd, ascvd, heart_failure, chd or stroke
   */
  double risk(String variant, String horizon, String outcome, Inputs inputs) {
    List<Weight> equation = equations.get(new Key(variant, horizon, inputs.sex(), outcome));
    if (equation == null) {
      throw new IllegalArgumentException(
          "no PREVENT equation " + variant + " " + horizon + " " + outcome);
    }
    double predictor = 0;
    for (Weight weight : equation) {
      predictor += weight.beta() * weight.term().value(inputs);
    }
    return 1 / (1 + StrictMath.exp(-predictor));
  }

  private static PreventEquations load() {
    Map<Key, List<Weight>> equations = new HashMap<>();
    for (CsvTable.Row row :
        CsvTable.resource(PreventEquations.class, "/models/prevent_coefficients.csv").rows()) {
      Key key =
          new Key(
              row.require("model"),
              row.require("horizon"),
              Sex.valueOf(row.require("sex")),
              row.require("outcome"));
      equations
          .computeIfAbsent(key, k -> new ArrayList<>())
          .add(
              new Weight(
                  PreventTerm.of(row.require("term")), Double.parseDouble(row.require("beta"))));
    }
    return new PreventEquations(equations);
  }
}
