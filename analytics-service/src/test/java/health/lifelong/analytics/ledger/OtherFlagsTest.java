package health.lifelong.analytics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.TestPack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Insights are the same bits after a restart and whatever the Java that computes them is told. */
class OtherFlagsTest {
  private static final long SEED = 20261124;
  private static final Path PACK = TestPack.korea();

  @Test
  void aRestartUnderAnotherCompilerAndCollectorGivesTheSameBits() throws Exception {
    System.out.println("seed " + SEED);
    String here = DigestProgram.digest(SEED, 20, PACK);
    System.out.println("insights and digest: " + here);

    assertThat(forked(20, "-XX:TieredStopAtLevel=1", "-XX:+UseParallelGC")).isEqualTo(here);
  }

  @Test
  @Tag("long")
  void tenThousandInsightsAreTheSameBitsUnderEveryFlag() throws Exception {
    System.out.println("seed " + SEED);
    int persons = 220;
    String here = DigestProgram.digest(SEED, persons, PACK);
    System.out.println("insights and digest: " + here);

    assertThat(Long.parseLong(here.split(" ")[0])).isGreaterThanOrEqualTo(20_000);
    assertThat(forked(persons)).isEqualTo(here);
    assertThat(forked(persons, "-XX:TieredStopAtLevel=1")).isEqualTo(here);
    assertThat(forked(persons, "-XX:+UseParallelGC", "-XX:-UseCompactObjectHeaders"))
        .isEqualTo(here);
    assertThat(forked(persons, "-XX:-TieredCompilation", "-XX:+UseSerialGC")).isEqualTo(here);
    assertThat(forked(6, "-Xint")).isEqualTo(DigestProgram.digest(SEED, 6, PACK));
  }

  private static String forked(int persons, String... flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            DigestProgram.class.getName(),
            Long.toString(SEED),
            Integer.toString(persons),
            PACK.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return printed.lines().toList().getLast();
  }
}
