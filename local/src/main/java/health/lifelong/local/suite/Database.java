package health.lifelong.local.suite;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * The embedded PostgreSQL 18 of a local run, one database a service. Durable: the launcher's own
 * defaults switch fsync and synchronous_commit off, so both are switched on here.
 */
public final class Database implements AutoCloseable {
  /** One database a service that keeps data, and one beside it for its keys. */
  public static final List<String> NAMES =
      List.of("profile", "profile_keys", "ingestion", "ingestion_keys", "analytics");

  private final EmbeddedPostgres postgres;

  private Database(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static Database start(Layout layout, Ports ports) {
    Path log = layout.logs().resolve("postgres.log");
    try {
      Files.createDirectories(layout.state());
      Files.createDirectories(layout.logs());
      EmbeddedPostgres started =
          EmbeddedPostgres.builder()
              .setDataDirectory(layout.database())
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(layout.state().resolve("postgres-binaries").toFile())
              .setPort(ports.database())
              .setPGStartupWait(Duration.ofSeconds(30))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "512MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("checkpoint_timeout", "15min")
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Database database = new Database(started);
      database.prepare();
      return database;
    } catch (IOException e) {
      throw new Failure("PostgreSQL did not start; its log is " + log, e);
    } catch (SQLException e) {
      throw new Failure(
          "PostgreSQL started but its databases could not be made: " + e.getMessage(), e);
    }
  }

  private void prepare() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : NAMES) {
        if (!exists(statement, "select from pg_database where datname = '" + name + "'")) {
          statement.execute("create database " + name + " owner " + role(statement, owner(name)));
          role(statement, application(name));
        }
      }
    }
  }

  /** The role that owns a database's tables and migrates them. */
  static String owner(String database) {
    return database + "_owner";
  }

  /** The role of the service that keeps its data there: it owns nothing. */
  static String application(String database) {
    return "app_" + database;
  }

  private static String role(Statement statement, String name) throws SQLException {
    if (!exists(statement, "select from pg_roles where rolname = '" + name + "'")) {
      statement.execute(
          "create role " + name + " login nosuperuser nocreatedb nocreaterole nobypassrls");
    }
    return name;
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet found = statement.executeQuery(query)) {
      return found.next();
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
