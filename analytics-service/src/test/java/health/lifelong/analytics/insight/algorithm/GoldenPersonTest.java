package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestGenome;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.record.domain.PersonRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole report of one person in three languages, word for word. {@code -Dgolden.write=DIR}
 * writes the files anew, to be read by people before they are kept.
 */
class GoldenPersonTest {
  private final InsightEngine engine = new InsightEngine(TestPack.read(TestPack.korea()));

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en", "vi"})
  void reportIsTheGoldenOne(String language) throws IOException {
    PersonRecord record = GoldenPerson.record();

    InsightReport report =
        engine.report(
            record,
            TestGenome.carrier(),
            language,
            record.latestDay().orElseThrow(),
            Viewer.PERSON);

    String lines = GoldenReport.lines(report);
    String folder = System.getProperty("golden.write");
    if (folder != null) {
      Files.writeString(Path.of(folder, "golden-" + language + ".txt"), lines);
    }
    assertThat(lines).isEqualTo(golden(language));
  }

  private static String golden(String language) throws IOException {
    try (InputStream in =
        GoldenPersonTest.class.getResourceAsStream("golden-" + language + ".txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
