package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.domain.Tally;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The eight count columns of a receipt, in their one order. */
final class TallyColumns {
  private TallyColumns() {}

  static void set(PreparedStatement statement, int first, Tally tally) throws SQLException {
    statement.setLong(first, tally.records());
    statement.setLong(first + 1, tally.accepted());
    statement.setLong(first + 2, tally.duplicates());
    statement.setLong(first + 3, tally.rejected());
    statement.setLong(first + 4, tally.observations());
    statement.setLong(first + 5, tally.unmapped());
    statement.setLong(first + 6, tally.variants());
    statement.setLong(first + 7, tally.lifestyleDays());
  }
}
