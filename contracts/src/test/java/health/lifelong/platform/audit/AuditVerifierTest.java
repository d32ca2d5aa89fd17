package health.lifelong.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditVerifierTest {
  private final KeyPair keys = SampleLog.keys();
  private final AuditKeys believed = AuditKeys.of(keys.getPublic());
  @TempDir private Path temp;
  private Path export = Path.of("");

  @BeforeEach
  void anExport() throws IOException {
    export = temp.resolve("export");
    SampleLog.write(export, 100, 30, SampleLog.signer(keys));
  }

  private AuditReport verify() throws IOException {
    return new AuditVerifier(believed, List.of()).verify(export);
  }

  private Path records() {
    return export.resolve("records-000000000001.log");
  }

  @Test
  void aWholeExportIsGood() throws IOException {
    assertThat(verify()).isEqualTo(new AuditReport(100, 4, null, null));
  }

  @Test
  void anEmptyLogIsGood() throws IOException {
    export = temp.resolve("empty");
    SampleLog.write(export, 0, 30, SampleLog.signer(keys));
    assertThat(verify().good()).isTrue();
  }

  @Test
  void theFirstBadRecordIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(records()));
    lines.set(41, lines.get(41).replace("dr-", "dx-"));
    lines.set(70, lines.get(70).replace("dr-", "dx-"));
    Files.write(records(), lines);
    assertThat(verify().firstBad()).isEqualTo(42);
  }

  @Test
  void aMissingASwappedAndAnAddedRecordAreNamed() throws IOException {
    List<String> lines = Files.readAllLines(records());
    List<String> missing = new ArrayList<>(lines);
    missing.remove(9);
    Files.write(records(), missing);
    assertThat(verify().firstBad()).isEqualTo(10);

    List<String> swapped = new ArrayList<>(lines);
    Collections.swap(swapped, 19, 20);
    Files.write(records(), swapped);
    assertThat(verify().firstBad()).isEqualTo(20);

    List<String> added = new ArrayList<>(lines);
    added.add(30, lines.get(30));
    Files.write(records(), added);
    assertThat(verify().firstBad()).isEqualTo(32);
  }

  @Test
  void aTailCutToAnEarlierHeadIsFoundAndSoIsOneWithItsHeadsCut() throws IOException {
    List<String> lines = Files.readAllLines(records());
    Files.write(records(), lines.subList(0, 90));
    assertThat(verify().firstBad()).isEqualTo(91);
    List<String> heads = Files.readAllLines(export.resolve("heads.log"));
    Files.write(export.resolve("heads.log"), heads.subList(0, 3));
    assertThat(verify().good()).isFalse();
  }

  @Test
  void aRewrittenChainDoesNotHaveTheHashesOfItsHeads() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(records()).subList(0, 50));
    String hash = AuditLine.read(lines.getLast()).hash();
    for (int i = 51; i <= 100; i++) {
      AuditLine forged = SampleLog.next(i, hash, "nothing.happened");
      hash = forged.hash();
      lines.add(forged.line());
    }
    Files.write(records(), lines);
    assertThat(verify().problem()).contains("100");
  }

  @Test
  void anotherKeyIsNotBelievedWhateverItCallsItself() throws IOException {
    Path forged = temp.resolve("forged");
    SampleLog.write(forged, 100, 30, SampleLog.signer(SampleLog.keys()));
    export = forged;
    assertThat(verify().problem()).contains("no key");
  }

  @Test
  void aHeadKeptElsewhereMustBeTrueOfTheExport() throws IOException {
    List<AuditHead> kept = AuditVerifier.heads(export.resolve("heads.log"));
    assertThat(new AuditVerifier(believed, kept).verify(export).good()).isTrue();
    // The whole log was exchanged for a shorter one, signed by the true key.
    Path shorter = temp.resolve("shorter");
    SampleLog.write(shorter, 60, 30, SampleLog.signer(keys));
    Instant late = SampleLog.BEGIN.plus(Duration.ofDays(1));
    AuditLine end =
        AuditLine.read(Files.readAllLines(shorter.resolve("records-000000000001.log")).getLast());
    String heads = Files.readString(shorter.resolve("heads.log"));
    Files.writeString(
        shorter.resolve("export.json"),
        AuditHead.export(SampleLog.signer(keys), "profile-service", 60, end.hash(), heads, late)
                .line()
            + "\n");
    assertThat(new AuditVerifier(believed, List.of()).verify(shorter).good()).isTrue();
    assertThat(new AuditVerifier(believed, kept).verify(shorter).firstBad()).isEqualTo(61);
  }

  @Test
  void theProgramOfItsOwnSaysAllOrNothing() throws Exception {
    Path key = temp.resolve("key.pem");
    Files.writeString(
        key,
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
    assertThat(program(key)).isZero();
    Files.writeString(records(), Files.readString(records()).replaceFirst("dr-5", "dr-6"));
    assertThat(program(key)).isEqualTo(1);
  }

  // With nothing on the class path but this module's own classes.
  private int program(Path key) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(
                        VerifyAudit.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                VerifyAudit.class.getName(),
                export.toString(),
                key.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void aHundredThousandRecordsTakeAFewSeconds() throws IOException {
    verifiesWithin(100_000, Duration.ofSeconds(15));
  }

  @Tag("long")
  @Test
  void aMillionRecordsTakeLessThanAMinute() throws IOException {
    verifiesWithin(1_000_000, Duration.ofSeconds(60));
  }

  private void verifiesWithin(int size, Duration limit) throws IOException {
    export = temp.resolve("large");
    SampleLog.write(export, size, 1_000, SampleLog.signer(keys));
    long begin = System.nanoTime();
    AuditReport report = verify();
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf("audit.verify records=%d ms=%d%n", size, taken.toMillis());
    assertThat(report).isEqualTo(new AuditReport(size, size / 1_000, null, null));
    assertThat(taken).isLessThan(limit);
  }
}
