package health.lifelong.ingestion.submission.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The one place that tells the database whose rows a transaction may touch (decision record 0018).
 * The policies of every table read what is set here, for the transaction and no longer; a statement
 * outside of these transactions sees no row.
 */
final class ScopedWork {
  private static final String SCOPE =
      "select set_config('lifelong.job', ?, true), set_config('lifelong.centres', ?::text[]::text, true)";

  private final DataSource dataSource;

  ScopedWork(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Work over rows of more than one centre, each with one purpose. */
  enum Job {
    /** Carries what was accepted to the record and closes its accounts. */
    DELIVERY("delivery"),
    /** Removes raw bytes: outlived, confirmed by the record, or erased. */
    DESTRUCTION("destruction");

    private final String word;

    Job(String word) {
      this.word = word;
    }
  }

  /** What happens on the connection, within one transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /**
   * A transaction of the centres of one or more submissions, as their doors have verified them: by
   * token, certificate or port.
   */
  <T> T of(Collection<String> centres, Work<T> work) throws SQLException {
    return within("", Set.copyOf(centres), work);
  }

  /** A transaction of a job, which says so by its name. */
  <T> T as(Job job, Work<T> work) throws SQLException {
    return within(job.word, Set.of(), work);
  }

  private <T> T within(String job, Set<String> centres, Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        scope(connection, job, centres);
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private static void scope(Connection connection, String job, Set<String> centres)
      throws SQLException {
    try (PreparedStatement set = connection.prepareStatement(SCOPE)) {
      set.setString(1, job);
      set.setArray(2, connection.createArrayOf("text", centres.toArray()));
      set.execute();
    }
  }
}
