package health.lifelong.profile.kit;

import health.lifelong.testing.PostgresResource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a thief of the record's database has, and what an administrator brings back: whole
 * databases, copied and exchanged from outside the service.
 */
public final class Dump {
  private static final String OLDER = "older_dump";
  private static final String LIST =
      """
      SELECT f.name, (pg_stat_file(? || '/' || f.name, true)).isdir
      FROM pg_ls_dir(?, true, false) f(name)
      """;

  private Dump() {}

  /** A connection that no policy holds. */
  public static Connection administrator(String database) throws SQLException {
    Config config = ConfigProvider.getConfig();
    String keys = config.getValue("quarkus.datasource.keys.jdbc.url", String.class);
    return DriverManager.getConnection(
        keys.substring(0, keys.lastIndexOf('/') + 1) + database,
        config.getValue(PostgresResource.ADMINISTRATOR, String.class),
        config.getValue(PostgresResource.ADMINISTRATOR_PASSWORD, String.class));
  }

  private static String last(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** The name of the record's database. */
  public static String record() {
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

  /**
   * The files of the server that hold rows: tables and write-ahead log, byte for byte. Asked of the
   * server, as it may run in a container.
   */
  public static List<byte[]> files() {
    List<byte[]> files = new ArrayList<>();
    try (Connection connection = administrator(record());
        Statement statement = connection.createStatement();
        PreparedStatement list = connection.prepareStatement(LIST);
        PreparedStatement read =
            connection.prepareStatement("SELECT pg_read_binary_file(?, true)")) {
      statement.execute("CHECKPOINT");
      Deque<String> folders = new ArrayDeque<>(List.of("pg_wal", "base", "log"));
      while (!folders.isEmpty()) {
        String folder = folders.pop();
        list.setString(1, folder);
        list.setString(2, folder);
        try (ResultSet row = list.executeQuery()) {
          while (row.next()) {
            String name = folder + "/" + row.getString(1);
            if (row.getBoolean(2)) {
              folders.push(name);
              continue;
            }
            read.setString(1, name);
            try (ResultSet content = read.executeQuery()) {
              content.next();
              byte[] bytes = content.getBytes(1);
              if (bytes != null) {
                files.add(bytes);
              }
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
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
