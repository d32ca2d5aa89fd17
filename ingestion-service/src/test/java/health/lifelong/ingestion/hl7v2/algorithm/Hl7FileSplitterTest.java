package health.lifelong.ingestion.hl7v2.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Hl7FileSplitterTest {
  @Test
  void lineEndsOfEveryKindBecomeCarriageReturns() {
    for (String end : List.of("\r", "\n", "\r\n")) {
      String file = "\uFEFF" + String.join(end, "MSH|a", "PID|1", "", "MSH|b", "PID|2");
      assertThat(split(file))
          .as("%s", end.length())
          .containsExactly("MSH|a\rPID|1\r", "MSH|b\rPID|2\r");
    }
  }

  @Test
  void envelopesAreLeftOutAndTheirCountIsChecked() throws IOException {
    String file = "FHS|x\rBHS|x\rMSH|a\rPID|1\rMSH|b\rBTS|3\rFTS|1\r";
    List<String> messages = new ArrayList<>();
    Hl7FileSplitter.Split split =
        Hl7FileSplitter.split(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
            message -> messages.add(new String(message, StandardCharsets.UTF_8)));
    assertThat(messages).containsExactly("MSH|a\rPID|1\r", "MSH|b\r");
    assertThat(split.messages()).isEqualTo(2);
    assertThat(split.findings()).containsExactly("BTS-1 says 3 messages, 2 found");
  }

  @Test
  void linesOutsideAnyMessageAreCountedAndNotSent() throws IOException {
    String file = "hello\nworld\nMSH|a\n";
    Hl7FileSplitter.Split split =
        Hl7FileSplitter.split(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), message -> {});
    assertThat(split.messages()).isEqualTo(1);
    assertThat(split.findings()).containsExactly("2 lines outside any message");
  }

  @Test
  void anEmptyFileHoldsNothing() {
    assertThat(split("")).isEmpty();
    assertThat(split("\n\n \n")).isEmpty();
  }

  private static List<String> split(String file) {
    return Hl7FileSplitter.split(file.getBytes(StandardCharsets.UTF_8)).stream()
        .map(message -> new String(message, StandardCharsets.UTF_8))
        .toList();
  }
}
