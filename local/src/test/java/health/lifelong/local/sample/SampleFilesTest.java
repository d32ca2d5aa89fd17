package health.lifelong.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.algorithm.Hl7FileSplitter;
import health.lifelong.ingestion.record.domain.RecordOutcome;
import health.lifelong.ingestion.submission.app.Reading;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Understood;
import health.lifelong.ingestion.submission.reader.FormatReaders;
import health.lifelong.local.push.FileKind;
import health.lifelong.local.sample.SampleFiles.SampleFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's files, read by the readers of the doors they go through. */
class SampleFilesTest {
  private static final Path PACK = Path.of("../k8s/regions/kr/pack");

  @TempDir private Path folder;

  @Test
  void twoRunsWriteTheSameBytes() throws IOException {
    List<SampleFile> first = all(folder.resolve("first"));
    List<SampleFile> second = all(folder.resolve("second"));
    assertThat(first).hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).path()).hasSameBinaryContentAs(first.get(i).path());
    }
  }

  @Test
  void sevenCentresSendAndEveryKindIsThere() throws IOException {
    List<SampleFile> files = all(folder);
    assertThat(files)
        .extracting(SampleFile::centre)
        .contains("seoul", "busan", "daegu", "incheon", "gwangju", "daejeon", "suwon");
    assertThat(files).extracting(SampleFile::kind).contains(FileKind.values());
  }

  @Test
  void everyFileIsToldByItsBytes() throws IOException {
    for (SampleFile file : all(folder)) {
      assertThat(FileKind.of(file.path())).as(file.path().toString()).isEqualTo(file.kind());
    }
  }

  @Test
  void noRecordOfAnyFileIsRejected() throws IOException {
    long observations = 0;
    for (SampleFile file : all(folder)) {
      for (byte[] body : bodies(file)) {
        Reading reading = read(file, body, piece -> {});
        assertThat(reading.rejected()).as(file.path().toString()).isEmpty();
        assertThat(reading.refused()).isFalse();
        assertThat(reading.tally().accepted()).as(file.path().toString()).isPositive();
        observations += reading.tally().observations();
      }
    }
    System.out.println("sample files: " + observations + " observations");
    assertThat(observations).isGreaterThan(1_000);
  }

  @Test
  void noValueOfAnyFileIsUnmapped() throws IOException {
    Set<String> unmapped = new TreeSet<>();
    for (SampleFile file : all(folder)) {
      for (byte[] body : bodies(file)) {
        read(file, body, piece -> unmapped.addAll(unmapped(file, piece)));
      }
    }
    assertThat(unmapped).isEmpty();
  }

  private static List<String> unmapped(SampleFile file, Understood piece) {
    if (!(piece instanceof Understood.Row(RecordOutcome.CheckupRead read, int records))) {
      return List.of();
    }
    return read.checkup().observations().stream()
        .filter(value -> value.unmapped() != null)
        .map(value -> file.centre() + " " + value.rawCode().code() + " " + value.unmapped())
        .toList();
  }

  private static List<SampleFile> all(Path folder) throws IOException {
    List<SampleFile> files = new ArrayList<>(SampleFiles.checkups(folder));
    files.add(new SampleFile(SampleFiles.genome(folder, PACK), FileKind.GENOTYPES, "seoul"));
    files.add(new SampleFile(SampleFiles.phone(folder), FileKind.APPLE_HEALTH, "seoul"));
    return files;
  }

  /** A message is a submission of its own; every other file is one. */
  private static List<byte[]> bodies(SampleFile file) throws IOException {
    byte[] bytes = Files.readAllBytes(file.path());
    return file.kind() == FileKind.HL7V2 ? Hl7FileSplitter.split(bytes) : List.of(bytes);
  }

  private static Reading read(SampleFile file, byte[] body, Consumer<Understood> sink)
      throws IOException {
    Submission.Context context =
        new Submission.Context(
            file.centre(),
            "test",
            Format.of(file.kind().label()),
            file.path().getFileName().toString(),
            "",
            "",
            "",
            "0".repeat(64));
    return new FormatReaders().read(context, () -> new ByteArrayInputStream(body), sink);
  }
}
