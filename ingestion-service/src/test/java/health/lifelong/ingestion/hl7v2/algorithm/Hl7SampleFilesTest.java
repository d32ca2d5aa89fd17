package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import health.lifelong.ingestion.mapping.algorithm.CatalogueResolver;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.CsvTable;
import health.lifelong.vocabulary.ItemCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The messages of other projects, against the outcome their expected file states. */
class Hl7SampleFilesTest {
  private static final Hl7Judge JUDGE =
      new Hl7Judge(new CatalogueResolver(ItemCatalogue.standard()));

  private record Sample(String name, byte[] message, CsvTable.Row expected) {}

  @Test
  void everyMessageHasTheStatedAcknowledgementAndCount() throws IOException {
    List<String> differences = new ArrayList<>();
    int messages = 0;
    for (Sample sample : samples()) {
      Hl7Reading reading = JUDGE.read(sample.message(), SenderContract.standard(), 0);
      CsvTable.Row expected = sample.expected();
      AckCode code = AckCode.valueOf(expected.require("expected_ack"));
      int observations =
          code == AckCode.AA ? Integer.parseInt(expected.require("n_obx_accepted")) : 0;
      messages++;
      if (reading.code() != code || reading.observations() != observations) {
        differences.add(
            "%s: expected %s %d, read %s %d %s"
                .formatted(
                    sample.name(),
                    code,
                    observations,
                    reading.code(),
                    reading.observations(),
                    reading.errors()));
      }
    }
    System.out.println("hl7v2 samples: " + messages + " messages read");
    assertThat(differences).isEmpty();
    assertThat(messages).isEqualTo(598);
  }

  @Test
  void everyRefusalNamesTheStatedErrorCodeFirst() throws IOException {
    for (Sample sample : samples()) {
      Hl7Reading reading = JUDGE.read(sample.message(), SenderContract.standard(), 0);
      if (reading.code() != AckCode.AA) {
        List<String> codes = Arrays.asList(sample.expected().require("err_code").split("/"));
        assertThat(Integer.toString(reading.errors().getFirst().condition().code()))
            .as(sample.name())
            .isIn(codes);
      }
    }
  }

  @Test
  void aMessageGivesARecordWhateverBecomesOfIt() throws IOException {
    for (Sample sample : samples()) {
      Hl7Reading reading = JUDGE.read(sample.message(), SenderContract.standard(), 7);
      assertThat(reading.outcomes()).as(sample.name()).isNotEmpty();
      for (RecordOutcome outcome : reading.outcomes()) {
        assertThat(outcome.index()).isEqualTo(7);
        boolean rejected = outcome instanceof RecordOutcome.Rejected;
        assertThat(rejected).as(sample.name()).isEqualTo(reading.code() != AckCode.AA);
      }
      for (Hl7Error error : reading.errors()) {
        boolean mild = error.severity() == Hl7Error.Severity.WARNING;
        assertThat(reading.code() != AckCode.AA || mild).as(sample.name()).isTrue();
      }
    }
  }

  @Test
  void readingIsPureAndItsSpeedIsPrinted() throws IOException {
    List<Sample> samples = samples();
    List<Hl7Reading> first = read(samples);
    assertThat(read(samples)).isEqualTo(first);
    long bytes = samples.stream().mapToLong(sample -> sample.message().length).sum();
    int rounds = 8;
    long start = System.nanoTime();
    for (int i = 0; i < rounds; i++) {
      read(samples);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "hl7v2 reading: %.0f messages/s, %.1f MB/s, %.0f observations/s, one thread%n",
        rounds * samples.size() / seconds,
        rounds * bytes / seconds / 1e6,
        rounds * first.stream().mapToInt(Hl7Reading::observations).sum() / seconds);
  }

  private static List<Hl7Reading> read(List<Sample> samples) {
    return samples.stream()
        .map(sample -> JUDGE.read(sample.message(), SenderContract.standard(), 0))
        .toList();
  }

  private static List<Sample> samples() throws IOException {
    Path folder = SharedData.path("data/ingest/hl7v2");
    Map<String, List<byte[]>> files = new HashMap<>();
    List<Sample> samples = new ArrayList<>();
    try (InputStream in = Files.newInputStream(folder.resolve("expected.csv"))) {
      for (CsvTable.Row row : CsvTable.read(in).rows()) {
        String file = row.require("file");
        if (!files.containsKey(file)) {
          files.put(file, Hl7FileSplitter.split(Files.readAllBytes(folder.resolve(file))));
        }
        int index = Integer.parseInt(row.require("index"));
        samples.add(new Sample(file + "#" + index, files.get(file).get(index - 1), row));
      }
    }
    return samples;
  }
}
