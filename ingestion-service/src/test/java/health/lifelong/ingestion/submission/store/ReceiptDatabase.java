package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.ReceiptKeys;
import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.platform.sealing.KeyManagement;
import health.lifelong.platform.sealing.KeyWrap;
import health.lifelong.testing.PostgresResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the real migrations, started once for all tests of this module. */
public final class ReceiptDatabase {
  private static final Map<String, String> SETTINGS = started();
  private static final DataSource SOURCE = migrated("quarkus.datasource.", "db/migration");
  private static final DataSource KEYS = migrated("quarkus.datasource.keys.", "db/keys");
  private static final KeyManagement ROOT = new TestRoot(KeyWrap.newKey());

  private ReceiptDatabase() {}

  private record TestRoot(SecretKey root) implements KeyManagement {
    @Override
    public byte[] wrap(SecretKey key) {
      return KeyWrap.wrap(root, key);
    }

    @Override
    public SecretKey unwrap(byte[] wrapped) {
      return KeyWrap.unwrap(root, wrapped);
    }
  }

  private static Map<String, String> started() {
    PostgresResource postgres = new PostgresResource();
    Map<String, String> settings = postgres.start();
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
    return settings;
  }

  private static DataSource migrated(String prefix, String migrations) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(SETTINGS.get(prefix + "jdbc.url"));
    source.setUser(SETTINGS.get(prefix + "username"));
    source.setPassword(SETTINGS.get(prefix + "password"));
    Flyway.configure()
        .dataSource(source.getUrl(), PostgresResource.OWNER, PostgresResource.OWNER)
        .placeholders(Map.of("application", PostgresResource.APPLICATION))
        .locations(migrations)
        .load()
        .migrate();
    return source;
  }

  /** The database of the receipts, with the service's own role. */
  static DataSource source() {
    return SOURCE;
  }

  /** The database of their keys, likewise. */
  static DataSource keySource() {
    return KEYS;
  }

  /** A connection that no policy holds. */
  static Connection administrator(DataSource source) throws SQLException {
    return DriverManager.getConnection(
        ((PGSimpleDataSource) source).getUrl(),
        SETTINGS.get(PostgresResource.ADMINISTRATOR),
        SETTINGS.get(PostgresResource.ADMINISTRATOR_PASSWORD));
  }

  /** The keys of one instance of the service. */
  public static ReceiptKeys keys() {
    return new JdbcReceiptKeys(KEYS, ROOT);
  }

  /** One instance of the service's store; several may work on the same database. */
  public static ReceiptStore store() {
    return new JdbcReceiptStore(SOURCE, keys());
  }

  /** The same database without a receipt in it. */
  public static void clear() throws SQLException {
    try (Connection connection = administrator(SOURCE);
        Statement statement = connection.createStatement()) {
      statement.execute("truncate receipt cascade");
    }
    try (Connection connection = administrator(KEYS);
        Statement statement = connection.createStatement()) {
      statement.execute("truncate key_encryption_key, erasure_position cascade");
    }
  }

  /** Runs statements on the database of the receipts, as its administrator would. */
  static void execute(String sql) throws SQLException {
    try (Connection connection = administrator(SOURCE);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Everything that stands in the tables of the receipts, as a plain dump would have it. */
  static String dump() throws SQLException {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = administrator(SOURCE);
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of("receipt", "receipt_body", "rejection", "receipt_person", "outbox")) {
        try (ResultSet row = statement.executeQuery("select t::text from " + table + " t")) {
          while (row.next()) {
            dump.append(row.getString(1)).append('\n');
          }
        }
      }
    }
    return dump.toString();
  }
}
