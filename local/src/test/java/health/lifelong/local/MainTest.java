package health.lifelong.local;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.local.suite.Layout;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class MainTest {

  @Test
  void helpNamesExactlyTheCommandsThatExist() {
    Set<String> named = new TreeSet<>();
    printed(List.of("--help"), 0)
        .lines()
        .filter(line -> line.startsWith("  ") && !line.startsWith("   "))
        .forEach(line -> named.add(line.strip().split(" ")[0]));
    Set<String> existing = new TreeSet<>(Main.commands(Layout.fromEnvironment()).keySet());
    // Tests run before anything of the suite is built: the script alone knows that command.
    existing.add("test");
    assertThat(named).isEqualTo(existing);
  }

  @Test
  void everyCommandIsCalledAsItsHelpSays() {
    Main.commands(Layout.fromEnvironment())
        .forEach(
            (name, command) -> {
              assertThat(command.usage().split(" ")[0]).isEqualTo(name);
              assertThat(command.purpose()).isNotBlank();
              assertThat(printed(List.of(name, "--help"), 0)).contains(command.usage());
            });
  }

  @Test
  void anUnknownCommandFailsAndNamesTheKnownOnes() {
    assertThat(printed(List.of("dance"), 1)).contains("push");
  }

  @Test
  void nothingAtAllFailsWithHelp() {
    assertThat(printed(List.of(), 1)).contains("usage:");
  }

  private static String printed(List<String> words, int status) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(Main.run(words)).isEqualTo(status);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
