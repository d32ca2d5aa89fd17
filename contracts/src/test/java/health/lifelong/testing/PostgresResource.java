package health.lifelong.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL 18 for a test module: a container where an engine answers and has the image,
 * else the embedded binaries of the same version. Says in one line which.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
  /** Settings that name the server's administrator, whom no row policy holds. */
  public static final String ADMINISTRATOR = "lifelong.test.administrator";

  public static final String ADMINISTRATOR_PASSWORD = "lifelong.test.administrator-password";

  /** The role that owns the tables. */
  public static final String OWNER = "lifelong_owner";

  /** The role of the service. */
  public static final String APPLICATION = "lifelong_application";

  private static final String IMAGE = "postgres:18";

  private @Nullable PostgreSQLContainer container;
  private @Nullable EmbeddedPostgres embedded;

  @Override
  public Map<String, String> start() {
    if (engineAnswers()) {
      PostgreSQLContainer started = new PostgreSQLContainer(IMAGE);
      started.start();
      container = started;
      System.out.println("PostgreSQL for tests: Testcontainers, image " + IMAGE);
      return settings(
          started.getHost(),
          started.getMappedPort(5432),
          started.getUsername(),
          started.getPassword());
    }
    try {
      EmbeddedPostgres started = EmbeddedPostgres.builder().start();
      embedded = started;
      System.out.println(
          "PostgreSQL for tests: embedded binaries, because no container engine with image "
              + IMAGE
              + " answers");
      return settings("localhost", started.getPort(), "postgres", "postgres");
    } catch (IOException e) {
      throw new IllegalStateException(
          "neither a container engine nor the embedded PostgreSQL starts", e);
    }
  }

  private static boolean engineAnswers() {
    if ("embedded".equals(System.getenv("LIFELONG_TEST_DATABASE"))) {
      return false;
    }
    try {
      return DockerClientFactory.instance().isDockerAvailable()
          && !DockerClientFactory.instance()
              .client()
              .listImagesCmd()
              .withImageNameFilter(IMAGE)
              .exec()
              .isEmpty();
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static Map<String, String> settings(
      String host, int port, String administrator, String password) {
    String server = "postgresql://%s:%d/".formatted(host, port);
    prepare("jdbc:" + server + "postgres", administrator, password);
    Map<String, String> settings = new HashMap<>();
    settings.put(ADMINISTRATOR, administrator);
    settings.put(ADMINISTRATOR_PASSWORD, password);
    source(settings, "", server + "lifelong");
    // The key store is a database of its own, on the same server here.
    source(settings, "keys.", server + "lifelong_keys");
    settings.put("quarkus.flyway.migrate-at-start", "true");
    return settings;
  }

  private static void source(Map<String, String> settings, String name, String url) {
    settings.put("quarkus.datasource." + name + "reactive.url", url);
    settings.put("quarkus.datasource." + name + "jdbc.url", "jdbc:" + url);
    settings.put("quarkus.datasource." + name + "username", APPLICATION);
    settings.put("quarkus.datasource." + name + "password", APPLICATION);
    settings.put("quarkus.flyway." + name + "username", OWNER);
    settings.put("quarkus.flyway." + name + "password", OWNER);
  }

  /** The roles of an installation (k8s/base/database/roles.sh): who migrates is not who serves. */
  private static void prepare(String url, String administrator, String password) {
    String able = " LOGIN PASSWORD '%s' NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS";
    try (Connection connection = DriverManager.getConnection(url, administrator, password);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + OWNER + able.formatted(OWNER));
      statement.execute("CREATE ROLE " + APPLICATION + able.formatted(APPLICATION));
      statement.execute("CREATE DATABASE lifelong OWNER " + OWNER);
      statement.execute("CREATE DATABASE lifelong_keys OWNER " + OWNER);
    } catch (SQLException e) {
      throw new IllegalStateException("no roles and databases for the tests", e);
    }
  }

  @Override
  public void stop() {
    if (container != null) {
      container.stop();
    }
    if (embedded != null) {
      try {
        embedded.close();
      } catch (IOException e) {
        throw new IllegalStateException("embedded PostgreSQL did not stop", e);
      }
    }
  }
}
