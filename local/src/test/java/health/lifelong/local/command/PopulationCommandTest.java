package health.lifelong.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class PopulationCommandTest {
  private static final String NHIS =
      "sex,age_5y_group_lower,waist_cm,sbp_mmhg,dbp_mmhg\nF,45,81,118,76\nM,50,999,141,90\n";
  private static final String NHANES =
      "sex,age_years,deceased,followup_months_from_exam\nF,52,0,130\n";

  @TempDir Path folder;

  @Test
  void oneObjectAFileWithCountsBySexAndByAge() throws IOException {
    String printed = printed("nhis", file("a.csv", NHIS), "nhanes", file("b.csv", NHANES));
    List<String> lines = printed.lines().toList();
    assertThat(lines).hasSize(2);
    JsonNode nhis = Http.JSON.readTree(lines.getFirst());
    assertThat(nhis.path("sample").asText()).isEqualTo("nhis_checkup");
    assertThat(nhis.path("rows").asInt()).isEqualTo(2);
    assertThat(nhis.path("counts").toString())
        .contains(
            "{\"rule\":\"KNHS\",\"item\":\"WAIST\",\"sex\":\"M\",\"band\":null,\"category\":\"MISSING\",\"count\":1}");
    assertThat(nhis.path("counts_by_age").toString()).contains("\"band\":\"40-49\"");
    JsonNode nhanes = Http.JSON.readTree(lines.getLast());
    assertThat(nhanes.path("studies")).isNotEmpty();
    assertThat(nhanes.path("coverage")).isNotEmpty();
  }

  @Test
  void aPageWithMarkdown() throws IOException {
    assertThat(printed("nhis", file("a.csv", NHIS), "--markdown"))
        .startsWith("# What the models say of populations")
        .contains("### Coverage")
        .endsWith("\n");
  }

  @Test
  void whatItIsNotCalledWithIsSaidInASentence() throws IOException {
    String file = file("a.csv", NHIS);
    assertThatThrownBy(() -> run()).isInstanceOf(Failure.class).hasMessageContaining("use:");
    assertThatThrownBy(() -> run("nhis")).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> run("whom", file)).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> run("nhis", "none.csv"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> run("nhanes", file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("followup_months_from_exam");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static int run(String... words) throws IOException {
    return new PopulationCommand()
        .run(Arguments.parse(List.of(words), Set.of(), Set.of("markdown")));
  }

  private static String printed(String... words) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(run(words)).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
