package health.lifelong.ingestion.fhir.app;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.fhir.domain.EntryRead;
import health.lifelong.ingestion.fhir.rest.Reading;
import health.lifelong.ingestion.record.domain.RecordOutcome.CheckupRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.PersonRead;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FhirLineReaderTest {
  private static final String PATIENT =
      "{\"resourceType\":\"Patient\",\"id\":\"p1\",\"identifier\":[{\"system\":\"urn:m\",\"value\":\"1\"}]}";
  private static final String OBSERVATION =
      "{\"resourceType\":\"Observation\",\"id\":\"o1\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p1\"},\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"8302-2\"}]},\"valueQuantity\":{\"value\":170,\"code\":\"cm\"}}";

  private static List<EntryRead> read(String file) throws IOException {
    return Reading.lines(file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aBadLineIsRefusedAloneWithItsNumberAndOffset() throws IOException {
    String file = PATIENT + "\n{\"resourceType\": oops}\n\n" + OBSERVATION + "\n";
    List<EntryRead> lines = read(file);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).outcome()).isInstanceOf(PersonRead.class);
    Rejected rejected = (Rejected) lines.get(1).outcome();
    assertThat(rejected.index()).isEqualTo(1);
    assertThat(rejected.reason()).isEqualTo(Reason.JSON_SYNTAX);
    assertThat(rejected.path())
        .startsWith("line 2, byte " + (PATIENT.length() + 1) + ": line 1, column ");
    assertThat(lines.get(2).outcome()).isInstanceOf(CheckupRead.class);
    assertThat(
            ((CheckupRead) lines.get(2).outcome()).checkup().observations().getFirst().position())
        .isEqualTo("line 4");
  }

  @Test
  void everyKindOfBadLineHasItsReason() throws IOException {
    List<EntryRead> lines =
        read(
            String.join(
                "\n",
                "[]",
                "{\"id\":\"1\"}",
                "{\"resourceType\":\"Encounter\"}",
                OBSERVATION.replace("\"subject\":{\"reference\":\"Patient/p1\"},", ""),
                OBSERVATION.replace("170", "1e999"),
                "{\"resourceType\":\"Patient\",\"id\":\"a\\u0000\"}",
                "{\"resourceType\":\"Patient\",\"id\":\"" + "x".repeat(1 << 20) + "\"}"));
    assertThat(lines)
        .extracting(it -> ((Rejected) it.outcome()).reason())
        .containsExactly(
            Reason.TYPE_MISMATCH,
            Reason.FIELD_MISSING,
            Reason.TYPE_UNSUPPORTED,
            Reason.PERSON_MISSING,
            Reason.VALUE_OUT_OF_RANGE,
            Reason.TEXT_CONTROL_CHARACTER,
            Reason.TOO_LARGE);
    assertThat(lines)
        .allMatch(it -> ((Rejected) it.outcome()).path().startsWith(it.path() + ", byte "));
  }

  @Test
  void marksCarriageReturnsAndEmptyLinesAreTolerated() throws IOException {
    List<EntryRead> lines = read("\uFEFF" + PATIENT + "\r\n \r\n\n" + OBSERVATION);
    assertThat(lines).extracting(EntryRead::path).containsExactly("line 1", "line 4");
    assertThat(lines).noneMatch(it -> it.outcome() instanceof Rejected);
    assertThat(read("\uFEFF\n")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void aLineWithAnAttachmentMayBeLonger() throws IOException {
    String report =
        "{\"resourceType\":\"DiagnosticReport\",\"id\":\"r\",\"status\":\"final\",\"presentedForm\":[{\"data\":\"%s\"}]}"
            .formatted("A".repeat(2 << 20));
    assertThat(read(report)).noneMatch(it -> it.outcome() instanceof Rejected);
  }

  @Test
  void aPatientLendsItsIdentifiersOnlyToWhatComesAfter() throws IOException {
    List<EntryRead> lines = read(OBSERVATION + "\n" + PATIENT + "\n" + OBSERVATION);
    CheckupRead before = (CheckupRead) lines.get(0).outcome();
    CheckupRead after = (CheckupRead) lines.get(2).outcome();
    assertThat(before.person().provisional()).isTrue();
    assertThat(after.person().provisional()).isFalse();
    assertThat(after.person().identifiers()).containsAll(before.person().identifiers());
  }

  @Test
  void aLineWithoutEndIsPassedOverInBoundedMemory() throws IOException {
    long size = 300L << 20;
    byte[] tail = ("\n" + PATIENT + "\n").getBytes(StandardCharsets.UTF_8);
    Lines lines = new Lines(new Endless(size, tail), 16 << 20);
    Lines.Line first = lines.next();
    assertThat(first).isNotNull();
    assertThat(first.tooLong()).isTrue();
    assertThat(first.bytes()).isEmpty();
    Lines.Line second = lines.next();
    assertThat(second).isNotNull();
    assertThat(second.offset()).isEqualTo(size + 1);
    assertThat(new String(second.bytes(), StandardCharsets.UTF_8)).isEqualTo(PATIENT);
    assertThat(lines.next()).isNull();
  }

  @Test
  void linesAreTheSameHoweverTheStreamIsCut() throws IOException {
    long seed = 20260;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String line = "x".repeat(random.nextInt(90_000) * random.nextInt(2) + random.nextInt(9));
        expected.add(line);
        text.append(line).append(random.nextBoolean() ? "\r\n" : "\n");
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      Lines lines = new Lines(new Drip(bytes, random), 1 << 20);
      List<String> found = new ArrayList<>();
      for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
        found.add(new String(line.bytes(), StandardCharsets.UTF_8));
        assertThat(line.number()).isEqualTo(found.size());
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  /** Gives a few bytes at a time. */
  private static final class Drip extends InputStream {
    private final ByteArrayInputStream in;
    private final Random random;

    Drip(byte[] bytes, Random random) {
      this.in = new ByteArrayInputStream(bytes);
      this.random = random;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return in.read(target, offset, Math.min(length, 1 + random.nextInt(20_000)));
    }
  }

  /** Many bytes of one line, then a tail. */
  private static final class Endless extends InputStream {
    private long left;
    private final ByteArrayInputStream tail;

    Endless(long size, byte[] tail) {
      this.left = size;
      this.tail = new ByteArrayInputStream(tail);
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : tail.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return tail.read(target, offset, length);
      }
      int given = (int) Math.min(left, length);
      Arrays.fill(target, offset, offset + given, (byte) 'x');
      left -= given;
      return given;
    }
  }
}
