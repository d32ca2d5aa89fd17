package health.lifelong.profile.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.profile.kit.Dump;
import health.lifelong.profile.kit.Planted;
import health.lifelong.profile.kit.ServiceTest;
import health.lifelong.testing.SharedData;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * The planted values of data/hostile/pii in every field that takes words: none stands in the rows,
 * in the files of the database, in its write-ahead log or in our own log.
 */
@QuarkusTest
class CanaryTest extends ServiceTest {
  private static final int EVERY = Integer.getInteger("canary.every", 8);

  private static final class Kept extends Handler {
    private final StringBuilder lines = new StringBuilder();

    @Override
    public synchronized void publish(LogRecord line) {
      lines.append(line.getMessage());
      if (line.getParameters() != null) {
        lines.append(List.of(line.getParameters()));
      }
      if (line.getThrown() != null) {
        lines.append(line.getThrown());
      }
      lines.append('\n');
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void noCanaryIsFoundWhereItMustNotBe() throws IOException {
    List<String> lines = Files.readAllLines(SharedData.path("data/hostile/pii/canaries.jsonl"));
    List<String> planted = new ArrayList<>();
    List<String> sought = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode canary = new ObjectMapper().readTree(lines.get(i));
      planted.add(canary.path("value").asText());
      sought.add(canary.path("value").asText());
      canary.path("variants").forEach(variant -> sought.add(variant.asText()));
    }
    Kept log = new Kept();
    Logger.getLogger("").addHandler(log);
    try {
      for (int i = 0; i < planted.size(); i += EVERY) {
        Planted.person(profile, planted.get(i));
      }
    } finally {
      Logger.getLogger("").removeHandler(log);
    }
    String text = Dump.text();
    List<byte[]> files = Dump.files();

    // The search finds what is there: the system of the codes that stand in plain.
    assertThat(text).contains("HBA1C");
    assertThat(files).anyMatch(file -> Dump.holds(file, "HBA1C"));
    for (String value : sought) {
      String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
      assertThat(text).doesNotContain(value).doesNotContain(hex);
      assertThat(log.lines).doesNotContain(value);
      assertThat(files).noneMatch(file -> Dump.holds(file, value));
    }
  }
}
