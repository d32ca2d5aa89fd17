package health.lifelong.analytics.lipid.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.model.algorithm.RowEvaluation;
import health.lifelong.analytics.model.domain.ModelResult.Computed;
import health.lifelong.analytics.model.domain.ModelResult.Refused;
import health.lifelong.analytics.model.domain.RefusalReason;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LdlCholesterolTest {
  private final LdlCholesterol model = new LdlCholesterol();

  @Test
  void theWorkedExampleIsReproduced() {
    Computed computed = (Computed) model.serve("friedewald", 161.0, 39.0, 95.0);
    assertThat(computed.number("friedewald").orElseThrow()).isCloseTo(103, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"friedewald, 399.9, 400", "martin_hopkins, 400, 400.1", "sampson_nih, 800, 800.1"})
  void eachMethodEndsAtItsTriglyceride(String method, double last, double beyond) {
    assertThat(model.serve(method, 300.0, 40.0, last)).isInstanceOf(Computed.class);
    Refused refused = (Refused) model.serve(method, 300.0, 40.0, beyond);
    assertThat(refused.reason()).isEqualTo(RefusalReason.OUT_OF_RANGE);
  }

  @Test
  void aNegativeResultIsNoResult() {
    Refused refused = (Refused) model.serve("friedewald", 100.0, 90.0, 100.0);
    assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_SERVED);
  }

  @Test
  void aTriglycerideOutsideTheTableHasNoDivisor() {
    assertThat(((Refused) model.serve("martin_hopkins", 200.0, 50.0, 6.9)).reason())
        .isEqualTo(RefusalReason.OUT_OF_RANGE);
    assertThat(MartinHopkins.standard().factor(49.5, 99)).hasValue(3.5);
    assertThat(MartinHopkins.standard().factor(50, 100)).hasValue(3.9);
  }

  @Test
  void whatMayNotBeShownIsWhatTheVectorsCallInvalidOrNegative() throws IOException {
    try (InputStream in =
        Files.newInputStream(SharedData.path("data/clinical/ldl_cholesterol.csv"))) {
      for (CsvTable.Row row : CsvTable.read(in).rows()) {
        compare(row, "friedewald", "friedewald_valid_tg_below_400");
        compare(row, "sampson_nih", "sampson_valid_tg_to_800");
      }
    }
  }

  private void compare(CsvTable.Row row, String output, String valid) {
    Map<String, String> cells = new HashMap<>();
    model.inputColumns().forEach(name -> cells.put(name, row.require(name)));
    boolean shown =
        row.require(valid).equals("1")
            && Double.parseDouble(row.require("expected_" + output)) >= 0;
    boolean listed =
        RowEvaluation.evaluate(model, cells).getOrDefault("not_for_use", "").contains(output + ":");
    assertThat(listed).as(row.require("case_id") + " " + output).isEqualTo(!shown);
  }
}
