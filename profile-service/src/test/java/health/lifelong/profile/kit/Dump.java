package health.lifelong.profile.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a thief of the record's database has, and what an administrator brings back: whole
 * databases, copied and exchanged from outside the service.
 */
public final class Dump {
  private static final String OLDER = "older_dump";

  private Dump() {}

  private static Connection administrator(String database) throws SQLException {
    Config config = ConfigProvider.getConfig();
    String keys = config.getValue("quarkus.datasource.keys.jdbc.url", String.class);
    return DriverManager.getConnection(
        keys.substring(0, keys.lastIndexOf('/') + 1) + database,
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }

  private static String last(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static String record() {
    return last(ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class));
  }

  private static String keyStore() {
    return last(
        ConfigProvider.getConfig().getValue("quarkus.datasource.keys.jdbc.url", String.class));
  }

  /** Copies the record's database as it is now. */
  public static void take() {
    run(
        "DROP DATABASE IF EXISTS " + OLDER + " WITH (FORCE)",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(record()),
        "CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(OLDER, record()));
  }

  /** Puts the copy in the place of the record's database; the key store stays as it is. */
  public static void restore() {
    run(
        "DROP DATABASE %s WITH (FORCE)".formatted(record()),
        "ALTER DATABASE %s RENAME TO %s".formatted(OLDER, record()));
  }

  private static void run(String... statements) {
    try (Connection connection = administrator(keyStore());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every row of the record's database as text, bytes in hexadecimal. */
  public static String text() {
    StringBuilder text = new StringBuilder();
    try (Connection connection = administrator(record());
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (row.next()) {
            text.append(row.getString(1)).append('\n');
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  /** The files of the server that hold rows: tables and write-ahead log, byte for byte. */
  public static List<byte[]> files() {
    try (Connection connection = administrator(record());
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
      try (ResultSet row = statement.executeQuery("SHOW data_directory")) {
        row.next();
        return files(Path.of(row.getString(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<byte[]> files(Path data) {
    List<byte[]> files = new ArrayList<>();
    for (String folder : List.of("pg_wal", "base", "log")) {
      if (!Files.isDirectory(data.resolve(folder))) {
        continue;
      }
      try (Stream<Path> all = Files.walk(data.resolve(folder))) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.add(Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** True where the text stands somewhere in the bytes. */
  public static boolean holds(byte[] bytes, String text) {
    // Both as ISO 8859-1: one character a byte, and the JDK's own search.
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
  }
}
