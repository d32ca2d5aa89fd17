package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.store.ScopedWork.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One transaction that closes the accounts of a group of receipts and takes them out of the outbox.
 */
final class AccountTransaction {
  static final String INSERT_REJECTION =
      "insert into rejection (receipt_id, ordinal, record_index, path, reason, detail, part) values (?, ?, ?, ?, ?, ?, ?)";

  private final ScopedWork scoped;

  AccountTransaction(ScopedWork scoped) {
    this.scoped = scoped;
  }

  void commit(List<Receipt> receipts) {
    try {
      scoped.as(
          Job.DELIVERY,
          connection -> {
            write(connection, receipts);
            return receipts;
          });
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static void write(Connection connection, List<Receipt> receipts) throws SQLException {
    Set<Long> due = takeOut(connection, receipts.stream().map(r -> r.id().value()).toArray());
    close(connection, receipts.stream().filter(r -> due.contains(r.id().value())).toList());
  }

  /** Removes outbox rows; a receipt that has none any more was accounted for before. */
  private static Set<Long> takeOut(Connection connection, Object[] ids) throws SQLException {
    Set<Long> taken = new HashSet<>();
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from outbox where receipt_id = any (?) returning receipt_id")) {
      delete.setArray(1, connection.createArrayOf("bigint", ids));
      try (ResultSet row = delete.executeQuery()) {
        while (row.next()) {
          taken.add(row.getLong(1));
        }
      }
    }
    return taken;
  }

  private static void close(Connection connection, List<Receipt> receipts) throws SQLException {
    Object[] ids = receipts.stream().map(receipt -> receipt.id().value()).toArray();
    try (PreparedStatement update =
            connection.prepareStatement(
                """
                update receipt set records = ?, accepted = ?, duplicates = ?, rejected = ?, observations = ?, unmapped = ?,
                  variants = ?, lifestyle_days = ?, state = ? where receipt_id = ?
                """);
        PreparedStatement forget =
            connection.prepareStatement("delete from rejection where receipt_id = any (?)");
        PreparedStatement reject = connection.prepareStatement(INSERT_REJECTION);
        PreparedStatement person =
            connection.prepareStatement(
                "insert into receipt_person (receipt_id, ordinal, person_id) values (?, ?, ?) on conflict do nothing")) {
      forget.setArray(1, connection.createArrayOf("bigint", ids));
      forget.executeUpdate();
      for (Receipt receipt : receipts) {
        TallyColumns.set(update, 1, receipt.tally());
        update.setString(9, receipt.state().name().toLowerCase(Locale.ROOT));
        update.setLong(10, receipt.id().value());
        update.addBatch();
        addRejections(reject, receipt.id(), receipt.rejected());
        for (int i = 0; i < receipt.personIds().size(); i++) {
          person.setLong(1, receipt.id().value());
          person.setInt(2, i);
          person.setString(3, receipt.personIds().get(i));
          person.addBatch();
        }
      }
      update.executeBatch();
      reject.executeBatch();
      person.executeBatch();
    }
  }

  static void addRejections(PreparedStatement insert, ReceiptId id, List<Rejection> rejected)
      throws SQLException {
    for (int i = 0; i < rejected.size(); i++) {
      Rejection rejection = rejected.get(i);
      insert.setLong(1, id.value());
      insert.setInt(2, i);
      insert.setLong(3, rejection.index());
      insert.setString(4, rejection.path());
      insert.setString(5, rejection.reason());
      insert.setString(6, rejection.detail());
      insert.setBoolean(7, rejection.part());
      insert.addBatch();
    }
  }
}
