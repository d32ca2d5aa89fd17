package health.lifelong.ingestion.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.EntryRead;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.FhirReading;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.PersonRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FhirSamplesTest {
  private static final String FOLDER = "data/ingest/fhir-r4/";

  @TestFactory
  Stream<DynamicTest> everySampleEndsAsItsExpectedFileSays() throws IOException {
    CsvTable expected;
    try (InputStream in = Files.newInputStream(SharedData.path(FOLDER + "expected.csv"))) {
      expected = CsvTable.read(in);
    }
    assertThat(expected.rows()).hasSizeGreaterThan(50);
    return expected.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.require("file"), () -> agrees(row)));
  }

  private static void agrees(CsvTable.Row row) throws IOException {
    String file = row.require("file");
    byte[] body = Files.readAllBytes(SharedData.path(FOLDER + file));
    boolean accepted = row.require("expected").equals("accepted");
    if (file.endsWith(".ndjson")) {
      List<EntryRead> lines = Reading.lines(body);
      assertThat(lines).hasSize(number(row, "entries"));
      assertThat(lines).noneMatch(line -> line.outcome() instanceof Rejected);
      assertThat(persons(lines.stream().map(EntryRead::outcome).toList()))
          .isEqualTo(number(row, "patients"));
      return;
    }
    FhirFormat format = file.endsWith(".xml") ? FhirFormat.XML : FhirFormat.JSON;
    FhirReading reading = Reading.of(body, format);
    if (!accepted) {
      assertThat(reading.refusal()).as("refused as a whole").isNotNull();
      assertThat(Reading.rejected(reading).path()).isNotEmpty();
      assertThat(Reading.rejected(reading).detail()).isNotEmpty();
      return;
    }
    assertThat(reading.refusal()).isNull();
    assertThat(reading.outcomes()).noneMatch(it -> it instanceof Rejected);
    assertThat(reading.resourceType()).isEqualTo(row.require("kind"));
    String bundleType = row.get("bundle_type");
    assertThat(reading.bundleType()).isEqualTo(bundleType == null ? "" : bundleType);
    assertThat(reading.entries()).hasSize(Math.max(1, number(row, "entries")));
    assertThat(Reading.counted(reading.outcomes())).isEqualTo(number(row, "observations_counted"));
    assertThat(persons(reading.outcomes())).isEqualTo(number(row, "patients"));
    assertThat(components(reading.outcomes())).isEqualTo(number(row, "components_with_value"));
  }

  @Test
  void theBulkSampleGivesAllItsObservationsAndPatients() throws IOException {
    List<EntryRead> patients = Reading.lines(bytes("data/ingest/ndjson/Patient.ndjson"));
    assertThat(persons(patients.stream().map(EntryRead::outcome).toList())).isEqualTo(9);

    List<EntryRead> lines = Reading.lines(bytes("data/ingest/ndjson/Observation.ndjson"));
    List<RecordOutcome> outcomes = lines.stream().map(EntryRead::outcome).toList();
    assertThat(lines).hasSize(751);
    assertThat(Reading.counted(outcomes)).isEqualTo(751);
    assertThat(components(outcomes)).isEqualTo(116);
    assertThat(outcomes.stream().map(it -> ((CheckupRead) it).person()).distinct()).hasSize(7);
    assertThat(outcomes).allMatch(it -> ((CheckupRead) it).person().provisional());
  }

  @Test
  void observationsOfPatientsInTheSameFileBelongToThem() throws IOException {
    byte[] patients = bytes("data/ingest/ndjson/Patient.ndjson");
    byte[] observations = bytes("data/ingest/ndjson/Observation.ndjson");
    byte[] both = new byte[patients.length + 1 + observations.length];
    System.arraycopy(patients, 0, both, 0, patients.length);
    both[patients.length] = '\n';
    System.arraycopy(observations, 0, both, patients.length + 1, observations.length);
    List<EntryRead> lines = Reading.lines(both);
    assertThat(lines).hasSize(760);
    assertThat(lines)
        .allSatisfy(
            line -> {
              var claim = line.outcome().claim();
              assertThat(claim).isNotNull();
              assertThat(claim.provisional()).isFalse();
              assertThat(claim.birthDate()).isNotNull();
            });
  }

  @Test
  void readingIsPure() throws IOException {
    byte[] body = bytes(FOLDER + "synthea_Alfonzo975_Hickle134.json");
    assertThat(Reading.of(body, FhirFormat.JSON)).isEqualTo(Reading.of(body, FhirFormat.JSON));
  }

  @Test
  void everyValueOfABundleHasItsOwnKey() throws IOException {
    try (Stream<Path> files = Files.list(SharedData.path(FOLDER))) {
      List<Path> bundles =
          files.filter(it -> it.getFileName().toString().startsWith("synthea_")).toList();
      assertThat(bundles).isNotEmpty();
      for (Path file : bundles) {
        FhirFormat format = file.toString().endsWith(".xml") ? FhirFormat.XML : FhirFormat.JSON;
        List<String> keys =
            Reading.checkups(Reading.of(Files.readAllBytes(file), format)).stream()
                .flatMap(it -> it.observations().stream())
                .map(Observation::sourceKey)
                .toList();
        assertThat(keys).as(file.getFileName().toString()).doesNotHaveDuplicates();
      }
    }
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(SharedData.path(file));
  }

  private static int number(CsvTable.Row row, String column) {
    return Integer.parseInt(row.require(column));
  }

  private static int persons(List<RecordOutcome> outcomes) {
    return (int) outcomes.stream().filter(it -> it instanceof PersonRead).count();
  }

  private static int components(List<RecordOutcome> outcomes) {
    int components = 0;
    for (RecordOutcome outcome : outcomes) {
      if (outcome instanceof CheckupRead read && read.observations() > 0) {
        components +=
            (int)
                read.checkup().observations().stream()
                    .filter(it -> it.position().contains("/component/") && !it.rawValue().isEmpty())
                    .count();
      }
    }
    return components;
  }
}
