package health.lifelong.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation that reads stands in docs/CONSENT.md, and every test named there exists. */
class ConsentPathsTest {
  private static final Pattern READS =
      Pattern.compile("GET .*|.*/(Get|List|Stream|Export|Resolve|Verify)[A-Z].*");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
  private static final String TABLES = "## Read paths";

  private final Path project = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyReadingOperationIsListedWithWhereConsentIsAskedOrWhyNot() throws IOException {
    String listed = listed();
    Set<String> missing =
        Operations.load().rules().stream()
            .filter(rule -> !rule.consent().isEmpty() || READS.matcher(rule.operation()).matches())
            .map(rule -> rule.operation().replaceFirst("^health\\.lifelong\\.\\w+\\.v1\\.", ""))
            .filter(operation -> !listed.contains("`" + operation + "`"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(missing).isEmpty();
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Set<String> tests = new TreeSet<>();
    for (String module :
        new String[] {"contracts", "profile-service", "analytics-service", "gateway"}) {
      try (Stream<Path> files = Files.walk(project.resolve(module).resolve("src/test/java"))) {
        files.forEach(file -> tests.add(file.getFileName().toString().replace(".java", "")));
      }
    }
    Set<String> named = new TreeSet<>();
    Matcher matcher = TEST.matcher(listed());
    while (matcher.find()) {
      named.add(matcher.group(1));
    }

    assertThat(named).isNotEmpty().isSubsetOf(tests);
  }

  private String listed() throws IOException {
    String page = Files.readString(project.resolve("docs/CONSENT.md"));
    return page.substring(page.indexOf(TABLES));
  }
}
