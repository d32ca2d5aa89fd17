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
import org.junit.jupiter.params.provider.MethodSource;

/** Every model against its vectors, through the face that {@code models evaluate} uses. */
class ClinicalVectorsTest {
  /** Outputs whose tolerance is not that of their file. */
  private static final Map<String, Double> OWN_TOLERANCE =
      Map.of("pct_1dp", 0.05, "mortality_10y_ln_crp", 1e-7, "mortality_10y_ln1p_crp", 1e-7);

  /** The tolerance of each file, as the README beside the vectors states it. */
  private static final Map<String, Double> TOLERANCES =
      Map.ofEntries(
          Map.entry("prevent_base", 1e-6),
          Map.entry("prevent_addon", 1e-6),
          Map.entry("pce_2013", 1e-6),
          Map.entry("framingham_2008", 1e-6),
          Map.entry("score2", 1e-6),
          Map.entry("score2_op", 1e-6),
          Map.entry("score2_asia_pacific", 1e-6),
          Map.entry("china_par", 1e-6),
          Map.entry("ckd_epi", 1e-4),
          Map.entry("kdigo_ckd_heatmap", 0.0),
          Map.entry("kfre", 1e-6),
          Map.entry("liver_indices", 1e-4),
          Map.entry("metabolic_syndrome_kr", 0.0),
          Map.entry("ldl_cholesterol", 1e-4),
          Map.entry("glycaemic_lipid_indices", 1e-4),
          Map.entry("anthropometry_osta", 1e-4),
          Map.entry("findrisc", 0.0),
          Map.entry("korean_diabetes_score_lee2012", 0.0),
          Map.entry("plcom2012", 1e-7),
          Map.entry("bcrat_gail", 1e-6),
          Map.entry("phenoage", 1e-4),
          Map.entry("kdm_biological_age", 1e-4),
          Map.entry("reference_change_value", 1e-4),
          Map.entry("knhs_judgement", 0.0));

  /** Every file of the folder that says what is expected, whether it is known here or not. */
  static List<String> vectorFiles() throws IOException {
    Path folder = SharedData.path("data/clinical");
    List<String> ids = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
        if (!headerOutputs(file).isEmpty()) {
          ids.add(file.getFileName().toString().replace(".csv", ""));
        }
      }
    }
    return ids;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectorFiles")
  void everyRowIsWithinTheStatedTolerance(String id) throws IOException {
    Path file = SharedData.path("data/clinical/" + id + ".csv");
    assertThat(TOLERANCES).as("the README states a tolerance").containsKey(id);
    double tolerance = TOLERANCES.getOrDefault(id, 0.0);
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
