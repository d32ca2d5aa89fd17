package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are: one reading, one answer, no exception, and the same again. */
class Hl7JudgePropertiesTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-04T09:31:05+09:00");
  private static final byte[] SPECIAL =
      "|^~\\&\r\n\"\0XDWIO.+-<>0".getBytes(StandardCharsets.US_ASCII);

  @Test
  void mutatedMessagesAreJudgedAndAnsweredOnce() {
    long seed = 73L;
    System.out.println("Hl7JudgePropertiesTest seed " + seed);
    Random random = new Random(seed);
    byte[] whole =
        Messages.results(
            Messages.TC,
            "NTE|1||note \\XEBB781\\",
            "OBX|2|SN|2345-7^Glucose^LN||>^100^-^200|mg/dL|||||C|||20260304",
            "OBX|3|CWE|883-9^ABO^LN||A^A^L~B^B^L||||||F",
            "OBX|4|ED|PDF^Report^L||^application^pdf^Base64^JVBERi0xLjQ=||||||F",
            "DG1|1||I10^Hypertension^I10||20200101",
            "SPM|1||||||||||||||||20260302");
    int accepted = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] frame = whole.clone();
      int changes = 1 + random.nextInt(6);
      for (int i = 0; i < changes; i++) {
        int at = random.nextInt(frame.length);
        boolean special = random.nextBoolean();
        frame[at] = special ? SPECIAL[random.nextInt(SPECIAL.length)] : (byte) random.nextInt(256);
      }
      Hl7Reading reading = Messages.read(frame);
      assertThat(Messages.read(frame)).isEqualTo(reading);
      assertThat(reading.outcomes()).isNotEmpty();
      assertThat(reading.unmapped()).isLessThanOrEqualTo(reading.observations());
      accepted += reading.code() == AckCode.AA ? 1 : 0;
      byte[] answer =
          Hl7Acknowledgement.write(reading.envelope(), reading.code(), reading.errors(), "A1", NOW);
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      assertThat(text).startsWith("MSH").doesNotContain("\u000B").doesNotContain("\u001C");
      assertThat(text.split("\rMSA", -1)).hasSize(2);
      assertThat(MessageIdentity.contentHash(frame)).hasSize(64);
    }
    assertThat(accepted).isBetween(1_000, 19_999);
  }
}
