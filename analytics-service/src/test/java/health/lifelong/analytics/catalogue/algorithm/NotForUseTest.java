package health.lifelong.analytics.catalogue.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.analytics.model.domain.ModelInput;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that can be computed and are never served, on real rows of the vector files. */
class NotForUseTest {
  private static final long SEED = 77;

  static List<String> ids() {
    return ModelCatalogue.standard().models().stream()
        .map(model -> model.card().id().value())
        .toList();
  }

  @ParameterizedTest(name = "{0}: {1} = {2} makes {3}")
  @CsvSource({
    "kfre, egfr_ml_min_173, 60, 4var_2y:POPULATION(egfr_ml_min_173)",
    "kfre, age_years, 17, 8var_5y:OUT_OF_RANGE(age_years)",
    "anthropometry_osta, sex, M, osta_category:POPULATION(sex)",
    "score2, diabetes, 1, cvd_10y:POPULATION(diabetes)",
    "score2, age_years, 70, cvd_10y:OUT_OF_RANGE(age_years)",
    "score2_asia_pacific, diabetes, 1, pct_1dp:POPULATION(diabetes)",
    "score2_op, age_years, 69, cvd_10y_published:OUT_OF_RANGE(age_years)",
    "prevent_addon, hba1c_pct, 15.1, cvd_10y:OUT_OF_RANGE(hba1c_pct)",
    "prevent_addon, uacr_mg_g, 25001, stroke_10y:OUT_OF_RANGE(uacr_mg_g)"
  })
  void aValueWhereTheModelDoesNotHoldIsListed(String id, String input, String value, String listed)
      throws IOException {
    Model model = ModelCatalogue.standard().byId(id).orElseThrow();
    Map<String, String> row = rows(model).getFirst();
    row.put(input, value);
    Map<String, String> answer = RowEvaluation.evaluate(model, row);
    assertThat(answer.getOrDefault("not_for_use", "").split(";")).contains(listed);
    assertThat(answer.get(listed.substring(0, listed.indexOf(':')))).isNotEmpty();
  }

  @Test
  void aParameterSetOfOurOwnIsNeverServed() throws IOException {
    Model model = ModelCatalogue.standard().byId("kdm_biological_age").orElseThrow();
    for (Map<String, String> row : rows(model)) {
      String listed = RowEvaluation.evaluate(model, row).getOrDefault("not_for_use", "");
      double age = Double.parseDouble(row.getOrDefault("age_years", ""));
      if (age >= 30 && age <= 75) {
        assertThat(listed.contains("kdm_age:NOT_SERVED"))
            .isEqualTo("checkup7".equals(row.get("parameter_set")));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void takingAnInputAwayNeverMakesANumberServable(String id) throws IOException {
    Model model = ModelCatalogue.standard().byId(id).orElseThrow();
    Random random = new Random(SEED);
    System.out.println(id + ", seed " + SEED);
    for (Map<String, String> row : rows(model)) {
      ModelInput gone = model.card().inputs().get(random.nextInt(model.card().inputs().size()));
      Map<String, String> less = new HashMap<>(row);
      less.remove(gone.name());
      Map<String, String> before = RowEvaluation.evaluate(model, row);
      Map<String, String> after = RowEvaluation.evaluate(model, less);
      for (String output : model.outputColumns()) {
        boolean optional = model.card().output(output).reads().contains(gone.name());
        boolean wasEmpty = before.getOrDefault(output, "").isEmpty();
        if (!optional || wasEmpty) {
          assertThat(after.get(output)).as(gone.name() + " " + output).isIn("", before.get(output));
        }
      }
    }
  }

  private static List<Map<String, String>> rows(Model model) throws IOException {
    try (InputStream in =
        Files.newInputStream(SharedData.path("data/clinical/" + model.card().id() + ".csv"))) {
      return CsvTable.read(in).rows().stream().map(row -> cells(model, row)).toList();
    }
  }

  private static Map<String, String> cells(Model model, CsvTable.Row row) {
    Map<String, String> cells = new HashMap<>();
    for (String name : model.inputColumns()) {
      String cell = row.get(name);
      if (cell != null) {
        cells.put(name, cell);
      }
    }
    return cells;
  }
}
