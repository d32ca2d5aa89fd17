package health.lifelong.analytics.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The one place that tells the database whose rows a transaction may touch (decision record 0018).
 * The policies of every table read what is set here, for the transaction and no longer. Whether the
 * caller may ask about the person is profile-service's decision, taken before.
 */
final class ScopedWork {
  private static final String SCOPE =
      "select set_config('lifelong.job', ?, true), set_config('lifelong.person', ?, true)";
  private static final String RECOMPUTE = "recompute";

  private final DataSource dataSource;

  ScopedWork(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What happens on the connection, all of it or nothing, over one state of the database. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Work on one person's insights. */
  <T> T of(UUID person, Work<T> work) {
    return within("", person.toString(), work);
  }

  /** Work of the follower, which finds who is to be computed anew. */
  <T> T recompute(Work<T> work) {
    return within(RECOMPUTE, "", work);
  }

  private <T> T within(String job, String person, Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        scope(connection, job, person);
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      }
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static void scope(Connection connection, String job, String person) throws SQLException {
    try (PreparedStatement set = connection.prepareStatement(SCOPE)) {
      set.setString(1, job);
      set.setString(2, person);
      set.execute();
    }
  }
}
