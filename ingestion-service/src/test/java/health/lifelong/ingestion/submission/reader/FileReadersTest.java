package health.lifelong.ingestion.submission.reader;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.submission.app.Reading;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Submission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FileReadersTest {
  private static final String ARRAY =
      "# rsid\tchromosome\tposition\tgenotype\nrs671\t12\t112241766\tAG\nrs4988235\t2\t136608646\tGG\n";
  private static final String EXPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <HealthData locale="ko_KR">
      <Record type="HKQuantityTypeIdentifierStepCount" sourceName="phone" unit="count" creationDate="2026-01-02 10:00:00 +0900" startDate="2026-01-02 09:00:00 +0900" endDate="2026-01-02 09:30:00 +0900" value="1200"/>
      """;

  private final FormatReaders readers = new FormatReaders();

  @Test
  void aDeclaredBuildThatNobodyKnowsRefusesTheFile() throws IOException {
    Reading reading = read(Format.GENOTYPES, ARRAY, "hg99");
    assertThat(reading.refused()).isTrue();
    assertThat(reading.rejected()).extracting(Rejection::reason).containsExactly("BUILD_UNKNOWN");
  }

  @Test
  void aDeclaredBuildInAnyOfItsNamesIsTaken() throws IOException {
    for (String name : new String[] {"GRCh37", "hg19", "37"}) {
      Reading reading = read(Format.GENOTYPES, ARRAY, name);
      assertThat(reading.refused()).as(name).isFalse();
      assertThat(reading.tally().variants()).as(name).isEqualTo(2);
    }
  }

  @Test
  void anExportThatBreaksOffIsTakenSoFarAndItsSenderIsTold() throws IOException {
    Reading reading = read(Format.APPLE_HEALTH, EXPORT, "");
    assertThat(reading.refused()).isFalse();
    assertThat(reading.tally().accepted()).isEqualTo(1);
    assertThat(reading.rejected())
        .singleElement()
        .matches(rejection -> rejection.part() && rejection.reason().equals("MALFORMED"));
    assertThat(read(Format.APPLE_HEALTH, EXPORT + "</HealthData>", "").rejected()).isEmpty();
  }

  private Reading read(Format format, String text, String build) throws IOException {
    return readers.read(
        new Submission.Context("seoul", "test", format, "", "p1", "", build, "00"),
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        piece -> {});
  }
}
