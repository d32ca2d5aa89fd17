package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.hl7v2.domain.MessageKey;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageIdentityTest {
  private static final String MESSAGE = Messages.text(Messages.MSH, Messages.PID, Messages.TC);

  @Test
  void aMessageMadeAnewDiffersInItsTimeOnly() {
    assertThat(hash(MESSAGE.replace("20260304093000+0900", "20260304093512+0900")))
        .isEqualTo(hash(MESSAGE));
    assertThat(hash(MESSAGE.replace("20260304093000+0900", ""))).isEqualTo(hash(MESSAGE));
  }

  @Test
  void markAndLineEndsAreNoContent() {
    assertThat(hash("\uFEFF" + MESSAGE)).isEqualTo(hash(MESSAGE));
    assertThat(hash(MESSAGE.replace("\r", "\r\n"))).isEqualTo(hash(MESSAGE));
    assertThat(hash(MESSAGE.replace('\r', '\n'))).isEqualTo(hash(MESSAGE));
    assertThat(hash(MESSAGE.strip())).isEqualTo(hash(MESSAGE));
    assertThat(hash(MESSAGE + "\r\r")).isEqualTo(hash(MESSAGE));
  }

  @Test
  void everyOtherByteIsContent() {
    byte[] bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
    int from = MESSAGE.indexOf("20260304093000");
    int to = from + "20260304093000+0900".length();
    for (int i = 4; i < bytes.length; i++) {
      boolean inTime = i >= from && i < to;
      boolean delimiter = bytes[i] == '|' || bytes[i] == '\r';
      if (inTime || delimiter) {
        continue;
      }
      byte[] other = bytes.clone();
      other[i] = (byte) (other[i] == 'Z' ? 'Y' : 'Z');
      assertThat(MessageIdentity.contentHash(other)).as("byte %d", i).isNotEqualTo(hash(MESSAGE));
    }
  }

  @Test
  void aLineFeedInATextIsContent() {
    assertThat(hash(MESSAGE.replace("Cholesterol", "Chol\nesterol"))).isNotEqualTo(hash(MESSAGE));
  }

  @Test
  void shortAndEmptyFramesHaveAHash() {
    for (String frame : new String[] {"", "M", "MSH", "MSH|", "MSH|^~\\&|a|b|c|d", "\n"}) {
      assertThat(hash(frame)).hasSize(64);
    }
  }

  @Test
  void theKeyIsTheSenderAndTheControlId() {
    assertThat(
            MessageIdentity.key(Messages.read(MESSAGE.getBytes(StandardCharsets.UTF_8)).envelope()))
        .isEqualTo(new MessageKey("LIS", "CENTRE3", "M1"));
  }

  private static String hash(String message) {
    return MessageIdentity.contentHash(message.getBytes(StandardCharsets.UTF_8));
  }
}
