package health.lifelong.ingestion.lifestyle.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.lifestyle.domain.LifestyleReading;
import health.lifelong.ingestion.lifestyle.domain.PhoneExport;
import health.lifelong.ingestion.record.domain.LifestyleDay;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class AppleSampleFilesTest {

  private static CsvTable table(String name) throws IOException {
    try (InputStream in =
        Files.newInputStream(SharedData.path("data/ingest/apple-health/" + name))) {
      return CsvTable.read(in);
    }
  }

  private static LifestyleReading read(String file) throws IOException {
    PhoneExport export =
        AppleHealthReader.standard().read(SharedData.path("data/ingest/apple-health/" + file));
    return ((PhoneExport.Read) export).reading();
  }

  @Test
  void everySampleFileHasTheElementsItsTableStates() throws IOException {
    for (CsvTable.Row row : table("expected.csv").rows()) {
      LifestyleReading reading = read(row.require("file"));
      assertThat(reading.observations()).isEqualTo(Long.parseLong(row.require("records")));
      assertThat(reading.workouts()).isEqualTo(Long.parseLong(row.require("workouts")));
      assertThat(reading.activitySummaries())
          .isEqualTo(Long.parseLong(row.require("activity_summaries")));
      assertThat(reading.records())
          .isEqualTo(reading.observations() + reading.workouts() + reading.activitySummaries());
      assertThat(reading.rejectedRecords()).isZero();
      assertThat(reading.partial()).isFalse();
    }
  }

  @Test
  void stepsWithoutOverlapAreThePhonesOwnTotals() throws IOException {
    for (CsvTable.Row row : table("steps_per_source_day.csv").rows()) {
      LifestyleDay day = Exports.day(read(row.require("file")), "steps", row.require("local_day"));
      assertThat(day.value()).isEqualByComparingTo(row.require("steps"));
      assertThat(day.source()).isEqualTo(row.require("source_name"));
    }
  }

  @Test
  void theArchiveGivesTheSameDaysAsItsXml() throws IOException {
    assertThat(read("ruochen_multi_source_export.zip"))
        .isEqualTo(read("ruochen_multi_source_export.xml"));
  }

  @Test
  void theNightIsTheWatchesAndToldToTheDateOfWaking() throws IOException {
    LifestyleDay night =
        Exports.day(read("ruochen_multi_source_export.xml"), "sleep_asleep", "2026-03-21");
    assertThat(night.source()).isEqualTo("Riley's Watch");
    assertThat(night.value()).isEqualByComparingTo("6.833333");
    assertThat(night.sources()).containsExactly("Riley's Watch", "Withings");
  }

  @Test
  void anUnknownTypeIsARecordAndNoDay() throws IOException {
    LifestyleReading reading = read("dogsheep_zip_export.xml");
    assertThat(reading.observations()).isEqualTo(2);
    assertThat(reading.unmapped()).isEqualTo(1);
    assertThat(reading.days()).extracting(LifestyleDay::signal).doesNotContain("body_mass_index");
  }
}
