package health.lifelong.ingestion.genotype.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.genotype.domain.GenotypeOutcome;
import health.lifelong.vocabulary.genome.CallBlock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class BodyStreamTest {
  private static final String ARRAY = "rs1\t1\t10\tAA\nrs2\t1\t11\tAG\nrs3\t1\t12\tGG\n";

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] joined(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        out.putNextEntry(new ZipEntry(namesAndTexts[i]));
        out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static Readings.Streamed read(byte[] body) throws IOException {
    return Readings.stream(body, GenotypeOptions.NONE);
  }

  @Test
  void everyMemberOfAGzipIsReadThoughTheSourceComesByteByByte() throws IOException {
    byte[] body =
        joined(gzip(ARRAY.substring(0, 20)), gzip(""), gzip(ARRAY.substring(20)), new byte[7]);
    InputStream trickle =
        new ByteArrayInputStream(body) {
          @Override
          public int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(1, length));
          }

          @Override
          public int available() {
            return 0;
          }
        };
    List<CallBlock> blocks = new ArrayList<>();
    GenotypeOutcome outcome = GenotypeReader.read(trickle, GenotypeOptions.NONE, blocks::add);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            GenomeReading.class, reading -> assertThat(reading.accepted()).isEqualTo(3));
  }

  @Test
  void aCutOrDamagedGzipIsRefusedAndNeverHalfAnswered() throws IOException {
    byte[] whole = gzip(ARRAY);
    for (int length = 3; length < whole.length; length++) {
      assertThat(read(Arrays.copyOf(whole, length)).refused().reason().name())
          .as("cut at %d", length)
          .isEqualTo("ARCHIVE_DAMAGED");
    }
    byte[] damaged = whole.clone();
    damaged[whole.length - 6] ^= 1;
    assertThat(read(damaged).refused().detail()).isEqualTo("the gzip stream is damaged");
    assertThat(read(joined(whole, new byte[] {'x'})).refused().reason().name())
        .isEqualTo("ARCHIVE_TRAILING");
  }

  @Test
  void aBgzipWithoutItsLastBlockIsReadWithAWarning() throws IOException {
    byte[] plain = gzip(ARRAY);
    byte[] blocked =
        joined(
            new byte[] {
              0x1F, (byte) 0x8B, 8, 4, 0, 0, 0, 0, 0, (byte) 0xFF, 6, 0, 'B', 'C', 2, 0, 99, 0
            },
            Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(read(blocked).reading().warnings()).anyMatch(w -> w.contains("may be cut"));
    byte[] empty = gzip("");
    byte[] end =
        joined(
            new byte[] {
              0x1F, (byte) 0x8B, 8, 4, 0, 0, 0, 0, 0, (byte) 0xFF, 6, 0, 'B', 'C', 2, 0, 27, 0
            },
            Arrays.copyOfRange(empty, 10, empty.length));
    assertThat(read(joined(blocked, end)).reading().warnings())
        .noneMatch(w -> w.contains("may be cut"));
  }

  @Test
  void aZipWithOneFileIsReadAndOthersAreRefused() throws IOException {
    assertThat(read(zip("genome/genome.txt", ARRAY)).reading().accepted()).isEqualTo(3);
    assertThat(read(zip("a.txt", ARRAY, "b.txt", ARRAY)).refused().detail())
        .contains("several files");
    assertThat(read(zip("../a.txt", ARRAY)).refused().reason().name())
        .isEqualTo("ARCHIVE_ENTRY_NAME");
    byte[] whole = zip("a.txt", ARRAY);
    assertThat(read(Arrays.copyOf(whole, 40)).refused().reason().name())
        .isEqualTo("ARCHIVE_DAMAGED");
  }

  @Test
  void aBombIsStoppedByItsRatio() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      byte[] line = "#\n".repeat(4_096).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 12_000; i++) {
        out.write(line);
      }
    }
    assertThat(read(bytes.toByteArray()).refused().reason().name()).isEqualTo("ARCHIVE_RATIO");
  }

  @Test
  void theSameBytesGiveTheSameKeyAndAByteOrderMarkDoesNotMatter() throws IOException {
    String key = read(gzip(ARRAY)).reading().head().sourceKey();
    assertThat(key)
        .matches("[0-9a-f]{64}#")
        .isEqualTo(read(gzip(ARRAY)).reading().head().sourceKey());
    assertThat(Readings.stream("\uFEFF" + ARRAY).reading().accepted()).isEqualTo(3);
  }

  @Test
  void aLineWithoutEndIsStoppedAndNotGathered() throws IOException {
    byte[] body = new byte[TextLines.MAX_LINE + 100_000];
    Arrays.fill(body, (byte) 'A');
    assertThat(read(body).refused().reason().name()).isEqualTo("TOO_LARGE");
  }

  @Test
  void bytesThatWereChangedAnywhereGiveAnOutcomeAndNeverAnException() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("BodyStreamTest seed " + seed);
    Random random = new Random(seed);
    List<byte[]> bodies =
        List.of(
            gzip(ARRAY),
            zip("a.txt", ARRAY),
            ("rsid\tchromosome\tposition\tgenotype\n" + ARRAY).getBytes(StandardCharsets.UTF_8),
            Readings.vcf(
                    "1 10 rs1 TAT TGT,<*> 5 PASS DP=3;END=12 GT:PS:GQ 0|1:10:30",
                    "X 11 rs2;rs3 A . . q1;q2 . GT ./.",
                    "2 12 . A ]1:5]T . . AC=1 GT:PL 0/1:1,2,3")
                .getBytes(StandardCharsets.UTF_8));
    for (int round = 0; round < 4_000; round++) {
      byte[] body = bodies.get(round % bodies.size()).clone();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      Readings.Streamed streamed = read(body);
      if (streamed.outcome() instanceof GenomeReading reading) {
        assertThat(reading.accepted() + reading.rejectedTotal() + reading.duplicates())
            .as("seed %d round %d", seed, round)
            .isEqualTo(reading.records());
        assertThat((long) streamed.calls().size()).isLessThanOrEqualTo(reading.accepted());
      }
    }
  }
}
