package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.ingestion.submission.domain.Lane;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One advisory lock a lane, held by an open transaction: PostgreSQL gives it back by itself when
 * the connection goes, so a killed instance leaves nothing behind.
 */
final class LaneLock implements ReceiptStore.Claim {
  // A number of our own among the advisory locks of this database.
  private static final int FAMILY = 0x4C4C;

  private final Connection connection;

  private LaneLock(Connection connection) {
    this.connection = connection;
  }

  static Optional<LaneLock> tryHold(DataSource dataSource, Lane lane) {
    try {
      Connection connection = dataSource.getConnection();
      boolean held = false;
      try {
        connection.setAutoCommit(false);
        held = locked(connection, lane);
        return held ? Optional.of(new LaneLock(connection)) : Optional.empty();
      } finally {
        if (!held) {
          release(connection);
        }
      }
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static boolean locked(Connection connection, Lane lane) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?, ?)")) {
      lock.setInt(1, FAMILY);
      lock.setInt(2, lane.ordinal());
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
