package health.lifelong.analytics.catalogue.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.model.algorithm.CsvEvaluation;
import health.lifelong.analytics.model.domain.Model;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.CsvTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every model against its vectors, through the face that {@code models evaluate} uses. */
class ClinicalVectorsTest {
  /** Outputs whose tolerance is not that of their file. */
  private static final Map<String, Double> OWN_TOLERANCE =
      Map.of("pct_1dp", 0.05, "mortality_10y_ln_crp", 1e-7, "mortality_10y_ln1p_crp", 1e-7);

  @ParameterizedTest(name = "{0} within {1}")
  @CsvSource({
    "prevent_base, 1e-6",
    "prevent_addon, 1e-6",
    "score2, 1e-6",
    "score2_op, 1e-6",
    "score2_asia_pacific, 1e-6",
    "ckd_epi, 1e-4",
    "kdigo_ckd_heatmap, 0",
    "kfre, 1e-6",
    "liver_indices, 1e-4",
    "metabolic_syndrome_kr, 0",
    "ldl_cholesterol, 1e-4",
    "glycaemic_lipid_indices, 1e-4",
    "anthropometry_osta, 1e-4",
    "phenoage, 1e-4",
    "kdm_biological_age, 1e-4",
    "reference_change_value, 1e-4",
    "knhs_judgement, 0"
  })
  void everyRowIsWithinTheStatedTolerance(String id, double tolerance) throws IOException {
    Path file = SharedData.path("data/clinical/" + id + ".csv");
    Model model = ModelCatalogue.standard().byId(id).orElseThrow();
    List<CsvTable.Row> expected = table(Files.readAllBytes(file));
    List<CsvTable.Row> answered = table(evaluated(model, file));
    assertThat(answered).hasSameSizeAs(expected);
    assertThat(headerInputs(file)).isEqualTo(model.inputColumns());
    assertThat(headerOutputs(file)).isEqualTo(model.outputColumns());
    double largest = 0;
    for (int i = 0; i < expected.size(); i++) {
      assertThat(answered.get(i).get("case_id")).isEqualTo(expected.get(i).get("case_id"));
      for (String output : model.outputColumns()) {
        String want = expected.get(i).get("expected_" + output);
        String got = answered.get(i).get(output);
        String where = expected.get(i).get("case_id") + " " + output;
        if (want == null || got == null || !isNumber(want)) {
          assertThat(got).as(where).isEqualTo(want);
          continue;
        }
        double error = Math.abs(Double.parseDouble(got) - Double.parseDouble(want));
        assertThat(error)
            .as(where)
            .isLessThanOrEqualTo(OWN_TOLERANCE.getOrDefault(output, tolerance));
        largest = Math.max(largest, output.equals("pct_1dp") ? 0 : error);
      }
    }
    System.out.printf("%s: %d rows, largest error %.2e%n", id, expected.size(), largest);
  }

  private static byte[] evaluated(Model model, Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(file)) {
      CsvEvaluation.run(model, in, out);
    }
    return out.toByteArray();
  }

  private static List<CsvTable.Row> table(byte[] csv) throws IOException {
    return CsvTable.read(new ByteArrayInputStream(csv)).rows();
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  }

  private static List<String> headerInputs(Path file) throws IOException {
    List<String> inputs = new ArrayList<>();
    for (String name : header(file)) {
      if (!name.equals("case_id") && !name.startsWith("expected_") && !name.contains("_valid_")) {
        inputs.add(name);
      }
    }
    return inputs;
  }

  private static List<String> headerOutputs(Path file) throws IOException {
    List<String> outputs = new ArrayList<>();
    for (String name : header(file)) {
      if (name.startsWith("expected_")) {
        outputs.add(name.substring("expected_".length()));
      }
    }
    return outputs;
  }

  private static List<String> header(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return List.of(lines.findFirst().orElseThrow().strip().split(","));
    }
  }
}
