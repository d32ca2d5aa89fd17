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
  private static final String IMAGE = "postgres:18";

  private @Nullable PostgreSQLContainer container;
  private @Nullable EmbeddedPostgres embedded;

  @Override
  public Map<String, String> start() {
    if (engineAnswers()) {
      PostgreSQLContainer started =
          new PostgreSQLContainer(IMAGE)
              .withDatabaseName("lifelong")
              .withUsername("lifelong")
              .withPassword("lifelong");
      started.start();
      container = started;
      System.out.println("PostgreSQL for tests: Testcontainers, image " + IMAGE);
      return settings(
          started.getHost(), started.getMappedPort(5432), "lifelong", "lifelong", "lifelong");
    }
    try {
      EmbeddedPostgres started = EmbeddedPostgres.builder().start();
      embedded = started;
      System.out.println(
          "PostgreSQL for tests: embedded binaries, because no container engine with image "
              + IMAGE
              + " answers");
      return settings("localhost", started.getPort(), "postgres", "postgres", "postgres");
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
      String host, int port, String database, String user, String password) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "quarkus.datasource.reactive.url", "postgresql://%s:%d/%s".formatted(host, port, database));
    settings.put(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://%s:%d/%s".formatted(host, port, database));
    settings.put("quarkus.datasource.username", user);
    settings.put("quarkus.datasource.password", password);
    settings.put("quarkus.flyway.migrate-at-start", "true");
    String keys = database + "_keys";
    settings.put(
        "quarkus.datasource.keys.reactive.url",
        "postgresql://%s:%d/%s".formatted(host, port, keys));
    settings.put(
        "quarkus.datasource.keys.jdbc.url",
        "jdbc:postgresql://%s:%d/%s".formatted(host, port, keys));
    settings.put("quarkus.datasource.keys.username", user);
    settings.put("quarkus.datasource.keys.password", password);
    create(settings.get("quarkus.datasource.jdbc.url"), user, password, keys);
    return settings;
  }

  /** The key store is a database of its own, on the same server here. */
  private static void create(String url, String user, String password, String database) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new IllegalStateException("no database for keys", e);
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
