package health.lifelong.analytics.ledger.store;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import java.sql.SQLException;

/** Turns a database failure into the catalogue's reason; the SQL and its values stay here. */
final class StoreFailure {
  private static final String DISK_FULL = "53100";

  private StoreFailure() {}

  static LifelongException of(SQLException failure) {
    LifelongException known =
        new LifelongException(
            DISK_FULL.equals(failure.getSQLState())
                ? ErrorReason.ERROR_REASON_STORAGE_FULL
                : ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE,
            "database: SQLSTATE " + failure.getSQLState());
    known.initCause(failure);
    return known;
  }
}
