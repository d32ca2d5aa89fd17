package health.lifelong.ingestion.csv.algorithm;

import health.lifelong.ingestion.csv.domain.CsvContract;
import health.lifelong.ingestion.csv.domain.CsvReading;
import health.lifelong.ingestion.record.domain.Observation;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads small tables in tests. */
record Tables(CsvReading reading, List<RecordOutcome> outcomes) {
  static final String HASH = "ab".repeat(32);

  static Tables text(String text) {
    return text(text, CsvContract.standard());
  }

  static Tables text(String text, CsvContract contract) {
    return bytes(text.getBytes(StandardCharsets.UTF_8), contract);
  }

  static Tables bytes(byte[] bytes, CsvContract contract) {
    List<RecordOutcome> outcomes = new ArrayList<>();
    try {
      CsvReading reading =
          CsvFileReader.read(() -> new ByteArrayInputStream(bytes), HASH, contract, outcomes::add);
      return new Tables(reading, outcomes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Tables file(Path file) throws IOException {
    return bytes(Files.readAllBytes(file), CsvContract.standard());
  }

  CheckupRead checkup(int index) {
    return (CheckupRead) outcomes.get(index);
  }

  Rejected rejected(int index) {
    return (Rejected) outcomes.get(index);
  }

  Rejected refusal() {
    return ((CsvReading.Refused) reading).reason();
  }

  Observation value(int row, String itemCode) {
    return checkup(row).checkup().observations().stream()
        .filter(observation -> itemCode.equals(observation.itemCode()))
        .findFirst()
        .orElseThrow();
  }
}
