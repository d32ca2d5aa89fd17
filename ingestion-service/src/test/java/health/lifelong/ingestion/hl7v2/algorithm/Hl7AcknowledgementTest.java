package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.AckCode;
import health.lifelong.ingestion.hl7v2.domain.Hl7Error;
import health.lifelong.ingestion.hl7v2.domain.Hl7Reading;
import health.lifelong.ingestion.hl7v2.domain.SenderContract;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Hl7AcknowledgementTest {
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-04T09:31:05+09:00");

  @Test
  void anAcceptedMessageIsAnsweredInOneHeaderAndOneLine() {
    assertThat(answer(Messages.results(Messages.TC)))
        .isEqualTo(
            """
            MSH|^~\\&|HUB|INST|LIS|CENTRE3|20260304093105+0900||ACK^R01^ACK|A1|P|2.5.1||||||UNICODE UTF-8
            MSA|AA|M1
            """);
  }

  @Test
  void anErrorNamesPlaceCodeSeverityAndReason() {
    byte[] frame = Messages.results("OBX|1|NM|2093-3^Cholesterol^LN||high|mg/dL|||||F");
    assertThat(answer(frame))
        .endsWith(
            """
            MSA|AE|M1
            ERR||OBX^1^5|102^Data type error^HL70357^VALUE_INVALID^^99LIFELONG|E||||type NM, and not a number
            """);
  }

  @Test
  void beforeVersion25TheErrorStandsInErr1AndTheTextInMsa3() {
    byte[] frame =
        Messages.bytes(
            Messages.MSH.replace("2.5.1", "2.3"),
            Messages.PID.replace("C3-000123", ""),
            Messages.TC);
    assertThat(answer(frame))
        .endsWith(
            """
            MSA|AE|M1|no person identifier
            ERR|PID^1^3^101&Required field missing&HL70357
            """);
  }

  @Test
  void junkIsAnsweredOnceWithAnEmptyControlId() {
    for (String junk : new String[] {"", "\u0006", "hello", "MSH", "PID|1"}) {
      String answer = answer(junk.getBytes(StandardCharsets.UTF_8));
      assertThat(answer).as(junk).startsWith("MSH|^~\\&|||||20260304093105+0900||ACK|A1|P|2.5.1\n");
      assertThat(answer.lines().filter(line -> line.startsWith("MSA"))).containsExactly("MSA|AR|");
    }
  }

  @Test
  void aBatchInAFrameIsRefusedUnderTheControlIdOfItsMessage() {
    assertThat(answer(Messages.bytes("BHS|^~\\&|L", Messages.MSH, Messages.PID, "BTS|1")))
        .contains("MSA|AR|M1");
  }

  @Test
  void theSendersDelimitersAreUsed() {
    String message =
        Messages.text(Messages.MSH, Messages.PID)
            .replace('|', '!')
            .replace('^', '@')
            .replace('~', '%');
    assertThat(answer(message.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            """
            MSH!@%\\&!HUB!INST!LIS!CENTRE3!20260304093105+0900!!ACK@R01@ACK!A1!P!2.5.1!!!!!!UNICODE UTF-8
            MSA!AA!M1
            """);
  }

  @Test
  void unusableDelimitersAreAnsweredWithTheUsualOnes() {
    String message = Messages.text(Messages.MSH.replace("^~\\&", "&&&&"), Messages.PID);
    assertThat(answer(message.getBytes(StandardCharsets.UTF_8)))
        .startsWith("MSH|^~\\&|HUB|INST|LIS|CENTRE3|")
        .contains("MSA|AR|M1");
  }

  @Test
  void theControlIdComesBackByteForByteInTheSendersCharacterSet() {
    String text =
        Messages.text(
            Messages.MSH.replace("|M1|", "|뷁-7|").replace("UNICODE UTF-8", "KS X 1001"),
            Messages.PID);
    byte[] answer = bytes(text.getBytes(SenderContract.MS949));
    assertThat(new String(answer, SenderContract.MS949))
        .contains("MSA|AA|뷁-7\r")
        .contains("|KS X 1001\r");
  }

  @Test
  void aDuplicateIsAcceptedAndSaidToBeOne() {
    Hl7Reading reading = Messages.read(Messages.results(Messages.TC));
    assertThat(text(Hl7Acknowledgement.duplicate(reading.envelope(), "A1", NOW)))
        .endsWith(
            """
            MSA|AA|M1
            ERR||MSH^1^10|205^Duplicate key identifier^HL70357^KEY_REUSED^^99LIFELONG|I||||duplicate
            """);
    Hl7Reading early =
        Messages.read(Messages.bytes(Messages.MSH.replace("2.5.1", "2.3"), Messages.PID));
    assertThat(text(Hl7Acknowledgement.duplicate(early.envelope(), "A1", NOW)))
        .endsWith("MSA|AA|M1|duplicate\n");
  }

  @Test
  void aFaultOnOurSideIsNeverBlamedOnTheSender() {
    Hl7Reading reading = Messages.read(Messages.results(Messages.TC));
    byte[] answer =
        Hl7Acknowledgement.write(
            reading.envelope(), AckCode.AR, List.of(Hl7Acknowledgement.internalFault()), "A1", NOW);
    assertThat(text(answer))
        .contains("|207^Application internal error^HL70357^INTERNAL^^99LIFELONG|E");
  }

  @Test
  void manyErrorsAreToldUpToALimitAndTheRestIsCounted() {
    Hl7Reading reading = Messages.read(Messages.results(Messages.TC));
    List<Hl7Error> errors = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      errors.add(Hl7Acknowledgement.keyReused());
    }
    String answer =
        text(Hl7Acknowledgement.write(reading.envelope(), AckCode.AA, errors, "A1", NOW));
    assertThat(answer.lines().filter(line -> line.startsWith("ERR"))).hasSize(100);
    assertThat(answer).contains("and 150 more");
  }

  private static byte[] bytes(byte[] frame) {
    Hl7Reading reading = Messages.read(frame);
    return Hl7Acknowledgement.write(
        reading.envelope(), reading.code(), reading.errors(), "A1", NOW);
  }

  private static String answer(byte[] frame) {
    return text(bytes(frame));
  }

  private static String text(byte[] answer) {
    return new String(answer, StandardCharsets.UTF_8).replace('\r', '\n');
  }
}
