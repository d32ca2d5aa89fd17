package health.lifelong.analytics.ledger.store;

import health.lifelong.analytics.ledger.app.Ledger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One advisory lock, held by an open transaction: PostgreSQL gives it back by itself when the
 * connection goes, so a killed instance leaves nothing behind.
 */
final class FollowerTurn implements Ledger.Turn {
  // A number of our own among the advisory locks of this database.
  private static final int FAMILY = 0x4C49;

  private final Connection connection;

  private FollowerTurn(Connection connection) {
    this.connection = connection;
  }

  static Optional<Ledger.Turn> tryHold(DataSource dataSource) {
    try {
      Connection connection = dataSource.getConnection();
      boolean held = false;
      try {
        connection.setAutoCommit(false);
        held = locked(connection);
        return held ? Optional.of(new FollowerTurn(connection)) : Optional.empty();
      } finally {
        if (!held) {
          release(connection);
        }
      }
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, FAMILY);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  @Override
  public void close() {
    try {
      release(connection);
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static void release(Connection connection) throws SQLException {
    try (connection) {
      connection.rollback();
    }
  }
}
