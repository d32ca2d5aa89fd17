package health.lifelong.analytics.catalogue.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables that ship with the service are those of the Korean region pack and of the references.
 */
class DefaultTablesTest {
  @ParameterizedTest
  @ValueSource(strings = {"screening-judgement.csv", "intervals.csv", "thresholds.csv"})
  void theDefaultTableEqualsTheKoreanPacks(String name) throws IOException {
    Path pack = ProjectFolder.root().resolve("k8s/regions/kr/pack").resolve(name);
    assertThat(shipped("/pack-default/" + name)).isEqualTo(rows(Files.newInputStream(pack)));
  }

  @ParameterizedTest
  @CsvSource({
    "/models/prevent_coefficients.csv, data/clinical/prevent_coefficients.csv",
    "/models/kdm_parameters.csv, data/clinical/kdm_parameters.csv",
    "/models/bcrat_constants.csv, data/clinical/bcrat_constants.csv",
    "/models/martin_hopkins_180.csv, data/clinical/martin_hopkins_180.csv",
    "/setpoint/biological_variation.csv, data/clinical/biological_variation.csv",
    "/evidence/lifestyle-evidence.csv, reference/lifestyle-evidence.csv"
  })
  void theShippedTableEqualsTheReference(String resource, String shared) throws IOException {
    assertThat(shipped(resource)).isEqualTo(rows(Files.newInputStream(SharedData.path(shared))));
  }

  private static List<String> shipped(String resource) {
    InputStream in = DefaultTablesTest.class.getResourceAsStream(resource);
    assertThat(in).as(resource).isNotNull();
    return rows(in);
  }

  private static List<String> rows(InputStream in) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
