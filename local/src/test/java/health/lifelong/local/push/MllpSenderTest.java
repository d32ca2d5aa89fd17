package health.lifelong.local.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The sender against a door of one answer. */
class MllpSenderTest {
  private static final String MESSAGE = "MSH|^~\\&|LIS|SEOUL|||20240501||ORU^R01|C-1|P|2.5.1\r";

  @Test
  void anAcceptanceCarriesTheReceipt() throws IOException {
    MllpSender.Ack ack =
        answered(
            "\u000BMSH|^~\\&|LIFELONG||LIS|SEOUL|20240501||ACK^R01|R-77|P|2.5.1\rMSA|AA|C-1\r"
                + "\u001C\r");
    assertThat(ack.code()).isEqualTo("AA");
    assertThat(ack.ownId()).isEqualTo("R-77");
    assertThat(ack.duplicate()).isFalse();
    assertThat(ack.errors()).isEmpty();
  }

  @Test
  void aRefusalNamesPlaceReasonAndSeverity() throws IOException {
    MllpSender.Ack ack =
        answered(
            "\u000BMSH|^~\\&|LIFELONG||LIS|SEOUL|20240501||ACK^R01|R-78|P|2.5.1\rMSA|AE|C-1\r"
                + "ERR||PID^1^3|101^Required field missing^HL70357^PERSON_MISSING|E\r\u001C\r");
    assertThat(ack.code()).isEqualTo("AE");
    assertThat(ack.errors()).containsExactly(new MllpSender.Err("PID-3", "PERSON_MISSING", "E"));
  }

  @Test
  void anErrOfOldVersionsIsReadFromItsFirstField() throws IOException {
    MllpSender.Ack ack =
        answered(
            "\u000BMSH|^~\\&|LIFELONG||LIS|SEOUL|20240501||ACK|R-79|P|2.3\rMSA|AE|C-1\r"
                + "ERR|PID^1^3^101\r\u001C\r");
    assertThat(ack.errors()).containsExactly(new MllpSender.Err("PID-3", "101", "E"));
  }

  @Test
  void whatWasHereBeforeIsToldApart() throws IOException {
    MllpSender.Ack ack =
        answered(
            "\u000BMSH|^~\\&|LIFELONG||LIS|SEOUL|20240501||ACK^R01|R-80|P|2.5.1\r"
                + "MSA|AA|C-1|duplicate\r\u001C\r");
    assertThat(ack.duplicate()).isTrue();
  }

  @Test
  void theSeparatorsOfTheAnswerAreItsOwn() throws IOException {
    MllpSender.Ack ack =
        answered("\u000BMSH#*~\\&#LIFELONG##LIS#SEOUL#2024##ACK#R-81#P#2.5\rMSA#AR#C-1\r\u001C\r");
    assertThat(ack.code()).isEqualTo("AR");
    assertThat(ack.ownId()).isEqualTo("R-81");
  }

  @Test
  void noAnswerAndHalfAnAnswerAreSaidSo() {
    assertThatThrownBy(() -> answered(""))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("without an answer");
    assertThatThrownBy(() -> answered("\u000BMSH|^~\\&|"))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("inside an answer");
    assertThatThrownBy(() -> answered("\u000BMSH|^~\\&|\r\u001C"))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("cut off");
  }

  /** Sends the message to a door that takes one frame and gives one answer. */
  private static MllpSender.Ack answered(String answer) throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> received =
          CompletableFuture.supplyAsync(
              () -> {
                try (Socket socket = door.accept()) {
                  String frame = frame(socket.getInputStream());
                  socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                  return frame;
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      try (MllpSender sender = new MllpSender(door.getLocalPort())) {
        MllpSender.Ack ack = sender.send(MESSAGE.getBytes(StandardCharsets.US_ASCII));
        assertThat(received.join()).isEqualTo("\u000B" + MESSAGE + "\u001C\r");
        return ack;
      }
    }
  }

  private static String frame(InputStream in) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    int last = 0;
    for (int b = in.read(); b >= 0; b = in.read()) {
      frame.write(b);
      if (last == 0x1C && b == '\r') {
        break;
      }
      last = b;
    }
    return frame.toString(StandardCharsets.ISO_8859_1);
  }
}
