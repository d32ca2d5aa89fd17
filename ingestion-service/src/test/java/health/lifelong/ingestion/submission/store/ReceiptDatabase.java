package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.testing.PostgresResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL with the real migrations, started once for all tests of this module. */
public final class ReceiptDatabase {
  private static final DataSource SOURCE = migrated();

  private ReceiptDatabase() {}

  private static DataSource migrated() {
    PostgresResource postgres = new PostgresResource();
    Map<String, String> settings = postgres.start();
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.get("quarkus.datasource.jdbc.url"));
    source.setUser(settings.get("quarkus.datasource.username"));
    source.setPassword(settings.get("quarkus.datasource.password"));
    Flyway.configure().dataSource(source).load().migrate();
    return source;
  }

  /** One instance of the service's store; several may work on the same database. */
  public static ReceiptStore store() {
    return new JdbcReceiptStore(SOURCE);
  }

  /** The same database without a receipt in it. */
  public static void clear() throws SQLException {
    try (Connection connection = SOURCE.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate receipt cascade");
    }
  }
}
