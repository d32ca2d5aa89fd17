package health.lifelong.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a native image would hold what its service reads: every table and script that ships in
 * the service or in the contracts is matched by {@code quarkus.native.resources.includes}, and
 * every pattern there still matches something.
 */
public final class NativeResources {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path CONTRACTS = Path.of("../contracts/src/main/resources");

  private NativeResources() {}

  /** Holds both for the module that the test runs in. */
  public static void hold() throws IOException {
    List<String> shipped = new ArrayList<>(files(RESOURCES));
    shipped.addAll(files(CONTRACTS));
    List<String> patterns = patterns();
    List<String> forgotten = without(shipped, file -> matched(patterns, file));
    if (shipped.isEmpty() || !forgotten.isEmpty()) {
      throw new AssertionError("a native image would lack " + forgotten);
    }
    List<String> dead = without(patterns, pattern -> shipped.stream().anyMatch(matcher(pattern)));
    if (!dead.isEmpty()) {
      throw new AssertionError("quarkus.native.resources.includes names nothing by " + dead);
    }
  }

  /** Whether a file is matched by one of the patterns. */
  static boolean matched(List<String> patterns, String file) {
    return patterns.stream().anyMatch(pattern -> matcher(pattern).test(file));
  }

  private static Predicate<String> matcher(String pattern) {
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    return file -> glob.matches(Path.of(file));
  }

  private static List<String> without(List<String> all, Predicate<String> good) {
    return all.stream().filter(good.negate()).toList();
  }

  private static List<String> patterns() throws IOException {
    Properties settings = new Properties();
    try (InputStream in = Files.newInputStream(RESOURCES.resolve("application.properties"))) {
      settings.load(in);
    }
    return Arrays.asList(settings.getProperty("quarkus.native.resources.includes", "").split(","));
  }

  /** What is read at run time; settings and notes are not. */
  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.endsWith(".properties") && !file.endsWith(".md"))
          .filter(file -> !file.startsWith("META-INF"))
          .toList();
    }
  }
}
