package health.lifelong.local.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.lifelong.local.suite.Ports;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * What the same database does on the same machine with nothing of ours in the way: COPY into a
 * keyed table, and bare commits.
 */
final class Floor {
  private static final int COMMITS = 500;

  private final Ports ports;

  Floor(Ports ports) {
    this.ports = ports;
  }

  /** One measurement of the floor. */
  record Measured(
      String bench,
      @JsonProperty("copy_rows_per_s") double copyRowsPerSecond,
      @JsonProperty("copy_checkups_per_s") double copyCheckupsPerSecond,
      @JsonProperty("commits_per_s") double commitsPerSecond,
      Machine machine) {}

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.database() + "/" + database, "postgres", "postgres");
  }

  long size(String database) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_database_size(current_database())")) {
      row.next();
      return row.getLong(1);
    }
  }

  Measured measure(int checkups, int values) throws SQLException, IOException {
    try (Connection connection = connect("profile");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists bench_floor (person_id uuid, natural_key uuid, item text, value text, unit text,"
              + " effective bigint, checkup integer, primary key (person_id, natural_key))");
      try {
        double copy = copy(connection, checkups, values);
        double commits = commits(connection, statement);
        return new Measured(
            "floor",
            Math.round(copy),
            Math.round(copy / values),
            Math.round(commits),
            Machine.here());
      } finally {
        statement.execute("drop table bench_floor");
      }
    }
  }

  private static double copy(Connection connection, int checkups, int values)
      throws SQLException, IOException {
    StringBuilder rows = new StringBuilder();
    for (int checkup = 0; checkup < checkups; checkup++) {
      UUID person = UUID.randomUUID();
      for (int value = 0; value < values; value++) {
        rows.append(person)
            .append('\t')
            .append(UUID.randomUUID())
            .append("\tGLU_F\t98.5\tmg/dL\t1700000000000000\t")
            .append(checkup)
            .append('\n');
      }
    }
    long began = System.nanoTime();
    long copied =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy bench_floor from stdin", new StringReader(rows.toString()));
    return copied / ((System.nanoTime() - began) / 1e9);
  }

  private static double commits(Connection connection, Statement statement) throws SQLException {
    long began = System.nanoTime();
    for (int i = 0; i < COMMITS; i++) {
      connection.setAutoCommit(false);
      statement.execute(
          "insert into bench_floor values (gen_random_uuid(), gen_random_uuid(), 'A', '1', '1', 1, 1)");
      connection.commit();
    }
    connection.setAutoCommit(true);
    return COMMITS / ((System.nanoTime() - began) / 1e9);
  }
}
