package health.lifelong.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.local.suite.Failure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void wordsAndOptionsMayStandInAnyOrder() {
    Arguments arguments = parse("a.hl7", "--centre", "seoul", "b.csv", "--detach");
    assertThat(arguments.words()).containsExactly("a.hl7", "b.csv");
    assertThat(arguments.option("centre")).contains("seoul");
    assertThat(arguments.has("detach")).isTrue();
    assertThat(arguments.has("fresh")).isFalse();
    assertThat(arguments.option("person")).isEmpty();
  }

  @Test
  void aRepeatedOptionKeepsAllAndTheLastCounts() {
    Arguments arguments = parse("--pgs", "one", "--pgs", "two");
    assertThat(arguments.options("pgs")).containsExactly("one", "two");
    assertThat(arguments.option("pgs")).contains("two");
  }

  @Test
  void anOptionOfSeveralTakesEveryWordUpToTheNextOption() {
    Arguments arguments = parse("genome.vcf", "--pgs", "one", "two", "--person", "p");
    assertThat(arguments.words()).containsExactly("genome.vcf");
    assertThat(arguments.options("pgs")).containsExactly("one", "two");
    assertThat(arguments.option("person")).contains("p");
  }

  @Test
  void aValueMayLookLikeAnOption() {
    assertThat(parse("--person", "--x").option("person")).contains("--x");
  }

  @Test
  void anUnknownOptionIsRefusedByName() {
    refused("unknown option --center", "--center", "seoul");
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    refused("--centre needs a value", "--centre");
  }

  @Test
  void whatIsNeededIsAskedFor() {
    assertThatThrownBy(() -> parse().require("centre"))
        .isInstanceOf(Failure.class)
        .hasMessage("--centre is needed");
    assertThatThrownBy(() -> parse().word("FILE")).hasMessage("exactly one FILE is needed");
    assertThatThrownBy(() -> parse("a", "b").word("FILE")).hasMessage("exactly one FILE is needed");
    assertThat(parse("a").word("FILE")).isEqualTo("a");
  }

  private static void refused(String message, String... arguments) {
    assertThatThrownBy(() -> parse(arguments)).isInstanceOf(Failure.class).hasMessage(message);
  }

  private static Arguments parse(String... arguments) {
    return Arguments.parse(
        List.of(arguments), Set.of("centre", "person", "pgs"), Set.of("detach", "fresh"));
  }
}
