package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.BodySource;
import health.lifelong.ingestion.submission.app.ReceiptKeys;
import health.lifelong.ingestion.submission.app.ReceiptStore;
import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Format;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.ingestion.submission.store.ScopedWork.Job;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Receipts in PostgreSQL. Blocking; callers run on virtual threads. */
@ApplicationScoped
public class JdbcReceiptStore implements ReceiptStore {
  private static final Logger LOG = Logger.getLogger(JdbcReceiptStore.class);
  private static final int GROUP = 256;

  private final DataSource dataSource;
  private final ScopedWork scoped;
  private final ReceiptKeys keys;
  private final Clock clock = Clock.systemUTC();
  private final AcceptTransaction acceptTransaction;
  private final GroupCommit<Submission, Acceptance> commits;

  public JdbcReceiptStore(DataSource dataSource, ReceiptKeys keys) {
    this.dataSource = dataSource;
    this.scoped = new ScopedWork(dataSource);
    this.keys = keys;
    this.acceptTransaction = new AcceptTransaction(scoped, new ReceiptIds(clock), keys, clock);
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
    return run(() -> scoped.of(List.of(centre), connection -> find(connection, centre, id)));
  }

  private Optional<Receipt> find(Connection connection, String centre, ReceiptId id)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from receipt where receipt_id = ? and centre = ?")) {
      select.setLong(1, id.value());
      select.setString(2, centre);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(receipt(row, rejections(connection, id), persons(connection, id)));
      }
    }
  }

  private interface Transaction<T> {
    T run() throws SQLException;
  }

  private static <T> T run(Transaction<T> transaction) {
    try {
      return transaction.run();
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private Receipt receipt(ResultSet row, List<Rejection> rejected, List<String> persons)
      throws SQLException {
    ReceiptId id = new ReceiptId(row.getLong("receipt_id"));
    byte[] fileName = row.getBytes(AcceptTransaction.FILE_NAME);
    SecretKey key = fileName == null ? null : keys.find(List.of(id)).get(id);
    return new Receipt(
        id,
        row.getString("centre"),
        Format.of(row.getString("format")),
        row.getTimestamp("received_at").toInstant(),
        Receipt.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        ReceiptSeal.openName(key, id, AcceptTransaction.FILE_NAME, fileName),
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
        select o.receipt_id, o.attempts, r.centre, r.door, r.format, r.file_name_cipher, r.person_id, r.sample_cipher,
          r.declared_build,
          encode(r.content_hash, 'hex') as content_hash
        from outbox o join receipt r using (receipt_id)
        where o.next_attempt_at <= ? and o.lane = ? order by o.receipt_id limit ?
        """;
    return opened(
        run(() -> scoped.as(Job.DELIVERY, connection -> due(connection, sql, lane, limit))));
  }

  private List<Sealed> due(Connection connection, String sql, Lane lane, int limit)
      throws SQLException {
    List<Sealed> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setTimestamp(1, Timestamp.from(clock.instant()));
      select.setString(2, lane.label());
      select.setInt(3, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(sealed(row));
        }
      }
    }
    return found;
  }

  /** A row of the outbox, whose names are sealed still. */
  private record Sealed(Due due, byte @Nullable [] fileName, byte @Nullable [] sample) {
    Due opened(SecretKey key) {
      ReceiptId id = due.id();
      Submission.Context c = due.context();
      return new Due(
          id,
          new Submission.Context(
              c.centre(),
              c.door(),
              c.format(),
              ReceiptSeal.openName(key, id, AcceptTransaction.FILE_NAME, fileName),
              c.personId(),
              ReceiptSeal.openName(key, id, AcceptTransaction.SAMPLE, sample),
              c.declaredBuild(),
              c.contentHash()),
          due.attempts());
    }
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    Submission.Context context =
        new Submission.Context(
            row.getString("centre"),
            row.getString("door"),
            Format.of(row.getString("format")),
            "",
            row.getString("person_id"),
            "",
            row.getString("declared_build"),
            row.getString("content_hash"));
    return new Sealed(
        new Due(new ReceiptId(row.getLong("receipt_id")), context, row.getInt("attempts")),
        row.getBytes(AcceptTransaction.FILE_NAME),
        row.getBytes(AcceptTransaction.SAMPLE));
  }

  // A key can be gone where an older dump was restored, or a person erased before delivery.
  private List<Due> opened(List<Sealed> found) {
    Map<ReceiptId, SecretKey> known = keys.find(found.stream().map(s -> s.due().id()).toList());
    List<Due> due = new ArrayList<>();
    List<ReceiptId> destroyed = new ArrayList<>();
    for (Sealed sealed : found) {
      SecretKey key = known.get(sealed.due().id());
      if (key == null) {
        destroyed.add(sealed.due().id());
      } else {
        due.add(sealed.opened(key));
      }
    }
    if (!destroyed.isEmpty()) {
      LOG.warnf("receipts.not_delivered destroyed=%s", destroyed);
      forget(destroyed);
    }
    return due;
  }

  @Override
  public List<ReceiptId> outlived(Instant before, int limit) {
    String sql =
        """
        select r.receipt_id from receipt r
        where r.received_at < ? and r.state <> 'received'
          and exists (select from receipt_body b where b.receipt_id = r.receipt_id)
        order by r.received_at limit ?
        """;
    return run(
        () -> scoped.as(Job.DESTRUCTION, connection -> outlived(connection, sql, before, limit)));
  }

  private static List<ReceiptId> outlived(
      Connection connection, String sql, Instant before, int limit) throws SQLException {
    List<ReceiptId> outlived = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setTimestamp(1, Timestamp.from(before));
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          outlived.add(new ReceiptId(row.getLong(1)));
        }
      }
    }
    return outlived;
  }

  @Override
  public void forget(Collection<ReceiptId> receipts) {
    String sql =
        """
        with named as (
          update receipt set file_name_cipher = null, sample_cipher = null where receipt_id = any (?)
          returning receipt_id
        ), waiting as (
          delete from outbox o using named where o.receipt_id = named.receipt_id
        )
        delete from receipt_body b using named where b.receipt_id = named.receipt_id
        """;
    Object[] ids = receipts.stream().map(ReceiptId::value).toArray();
    run(
        () ->
            scoped.as(
                Job.DESTRUCTION,
                connection -> {
                  try (PreparedStatement delete = connection.prepareStatement(sql)) {
                    delete.setArray(1, connection.createArrayOf("bigint", ids));
                    return delete.executeUpdate();
                  }
                }));
  }

  @Override
  public BodySource body(ReceiptId id) {
    return () -> new BodyStream(scoped, keys, id);
  }

  @Override
  public void account(List<Receipt> receipts) {
    new AccountTransaction(scoped).commit(receipts);
    // Profile has confirmed: raw genotypes live there, sealed, and nowhere else.
    List<ReceiptId> genomes =
        receipts.stream()
            .filter(receipt -> receipt.format() == Format.GENOTYPES)
            .filter(receipt -> receipt.tally().accepted() + receipt.tally().duplicates() > 0)
            .map(Receipt::id)
            .toList();
    if (!genomes.isEmpty()) {
      keys.destroy(genomes);
      forget(genomes);
    }
  }

  @Override
  public void postpone(ReceiptId id, Duration wait) {
    String sql =
        "update outbox set attempts = attempts + 1, next_attempt_at = ? where receipt_id = ?";
    run(
        () ->
            scoped.as(
                Job.DELIVERY,
                connection -> {
                  try (PreparedStatement update = connection.prepareStatement(sql)) {
                    update.setTimestamp(1, Timestamp.from(clock.instant().plus(wait)));
                    update.setLong(2, id.value());
                    return update.executeUpdate();
                  }
                }));
  }
}
