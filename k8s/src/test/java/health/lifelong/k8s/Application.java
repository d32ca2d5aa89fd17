package health.lifelong.k8s;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service says about itself in its own sources, to compare the manifests with.
 *
 * @param name the module, which is also the Deployment's name
 */
record Application(String name, Properties properties) {
  private static final Pattern CLIENT =
      Pattern.compile("quarkus\\.grpc\\.clients\\.([a-z]+)\\.port");
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");
  private static final Pattern ASKED = Pattern.compile("name = \"(lifelong\\.[a-z.-]+)\"");

  static List<Application> all() {
    return Stream.of("analytics-service", "gateway", "ingestion-service", "profile-service")
        .map(Application::of)
        .toList();
  }

  private static Application of(String name) {
    Properties properties = new Properties();
    try (Reader file =
        Files.newBufferedReader(sources(name).resolve("resources/application.properties"))) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Application(name, properties);
  }

  int port() {
    return number("quarkus.http.port");
  }

  int managementPort() {
    return number("quarkus.management.port");
  }

  boolean hasDatabase() {
    return properties.containsKey("quarkus.datasource.db-kind");
  }

  boolean readsPack() {
    return properties.containsKey("lifelong.pack.path");
  }

  /** The services it calls over gRPC, by module name, with the port it expects them on. */
  Map<String, Integer> calls() {
    Map<String, Integer> calls = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      Matcher client = CLIENT.matcher(key);
      if (client.matches()) {
        calls.put(client.group(1) + "-service", number(key));
      }
    }
    return calls;
  }

  /** Settings of our own that the service knows, as the environment spells them. */
  Set<String> ownSettings() {
    Set<String> settings = new TreeSet<>();
    properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith("lifelong."))
        .forEach(settings::add);
    // What every service asks stands in the module that all of them share.
    for (String module : new String[] {name, "contracts"}) {
      settings.addAll(asked(module));
    }
    Set<String> spelt = new TreeSet<>();
    settings.forEach(key -> spelt.add(key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)));
    return spelt;
  }

  private static Set<String> asked(String module) {
    Set<String> settings = new TreeSet<>();
    try (Stream<Path> files = Files.walk(sources(module).resolve("java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        ASKED
            .matcher(Files.readString(file))
            .results()
            .forEach(asked -> settings.add(asked.group(1)));
      }
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String setting(String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new AssertionError(name + " does not set " + key);
    }
    Matcher expression = DEFAULT.matcher(value);
    return expression.matches() ? expression.group(1) : value;
  }

  int number(String key) {
    return Integer.parseInt(setting(key));
  }

  private static Path sources(String name) {
    return Manifests.ROOT.resolveSibling(name).resolve("src/main");
  }

  @Override
  public String toString() {
    return name;
  }
}
