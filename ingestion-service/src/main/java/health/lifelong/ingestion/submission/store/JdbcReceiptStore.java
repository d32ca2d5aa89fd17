package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.BodySource;
import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** Receipts in PostgreSQL. Blocking; callers run on virtual threads. */
@ApplicationScoped
public class JdbcReceiptStore implements ReceiptStore {
  private static final int GROUP = 256;

  private final DataSource dataSource;
  private final Clock clock = Clock.systemUTC();
  private final AcceptTransaction acceptTransaction;
  private final GroupCommit<Submission, Acceptance> commits;

  public JdbcReceiptStore(DataSource dataSource) {
    this.dataSource = dataSource;
    this.acceptTransaction = new AcceptTransaction(dataSource, new ReceiptIds(clock), clock);
    this.commits = new GroupCommit<>("receipt-commit", GROUP, acceptTransaction::commit);
  }

  @PreDestroy
  void stop() {
    commits.close();
  }

  @Override
  public Acceptance accept(Submission submission) {
    return commits.submit(submission);
  }

  @Override
  public Optional<Receipt> find(String centre, ReceiptId id) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select * from receipt where receipt_id = ? and centre = ?")) {
      select.setLong(1, id.value());
      select.setString(2, centre);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(receipt(row, rejections(connection, id), persons(connection, id)));
      }
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static Receipt receipt(ResultSet row, List<Rejection> rejected, List<String> persons)
      throws SQLException {
    return new Receipt(
        new ReceiptId(row.getLong("receipt_id")),
        row.getString("centre"),
        Format.of(row.getString("format")),
        row.getTimestamp("received_at").toInstant(),
        Receipt.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("file_name"),
        row.getInt("resends"),
        new Tally(
            row.getLong("records"),
            row.getLong("accepted"),
            row.getLong("duplicates"),
            row.getLong("rejected"),
            row.getLong("observations"),
            row.getLong("unmapped"),
            row.getLong("variants"),
            row.getLong("lifestyle_days")),
        rejected,
        persons);
  }

  private static List<Rejection> rejections(Connection connection, ReceiptId id)
      throws SQLException {
    List<Rejection> rejected = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select record_index, path, reason, detail, part from rejection where receipt_id = ? order by ordinal")) {
      select.setLong(1, id.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rejected.add(
              new Rejection(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getBoolean(5)));
        }
      }
    }
    return rejected;
  }

  private static List<String> persons(Connection connection, ReceiptId id) throws SQLException {
    List<String> persons = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select person_id from receipt_person where receipt_id = ? order by ordinal")) {
      select.setLong(1, id.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          persons.add(row.getString(1));
        }
      }
    }
    return persons;
  }

  @Override
  public Optional<Claim> claim(Lane lane) {
    return LaneLock.tryHold(dataSource, lane).map(Function.identity());
  }

  @Override
  public List<Due> due(Lane lane, int limit) {
    String sql =
        """
        select o.receipt_id, o.attempts, r.centre, r.door, r.format, r.file_name, r.person_id, r.sample, r.declared_build,
          encode(r.content_hash, 'hex') as content_hash
        from outbox o join receipt r using (receipt_id)
        where o.next_attempt_at <= ? and o.lane = ? order by o.receipt_id limit ?
        """;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setTimestamp(1, Timestamp.from(clock.instant()));
      select.setString(2, lane.label());
      select.setInt(3, limit);
      List<Due> due = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(
              new Due(
                  new ReceiptId(row.getLong("receipt_id")),
                  new Submission.Context(
                      row.getString("centre"),
                      row.getString("door"),
                      Format.of(row.getString("format")),
                      row.getString("file_name"),
                      row.getString("person_id"),
                      row.getString("sample"),
                      row.getString("declared_build"),
                      row.getString("content_hash")),
                  row.getInt("attempts")));
        }
      }
      return due;
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  @Override
  public BodySource body(ReceiptId id) {
    return () -> new BodyStream(dataSource, id);
  }

  @Override
  public void account(List<Receipt> receipts) {
    new AccountTransaction(dataSource).commit(receipts);
  }

  @Override
  public void postpone(ReceiptId id, Duration wait) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update outbox set attempts = attempts + 1, next_attempt_at = ? where receipt_id = ?")) {
      update.setTimestamp(1, Timestamp.from(clock.instant().plus(wait)));
      update.setLong(2, id.value());
      update.executeUpdate();
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }
}
