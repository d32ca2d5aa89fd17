package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.ReceiptKeys;
import health.lifelong.ingestion.submission.domain.Acceptance;
import health.lifelong.ingestion.submission.domain.Lane;
import health.lifelong.ingestion.submission.domain.Receipt;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.domain.Rejection;
import health.lifelong.ingestion.submission.domain.Sha256;
import health.lifelong.ingestion.submission.domain.Submission;
import health.lifelong.ingestion.submission.domain.Submission.Body;
import health.lifelong.ingestion.submission.domain.Tally;
import health.lifelong.platform.sealing.KeyWrap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that makes a group of submissions durable: receipt, raw bytes, rejections, outbox
 * row.
 */
final class AcceptTransaction {
  static final String FILE_NAME = "file_name_cipher";
  static final String SAMPLE = "sample_cipher";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final Executor KEYS = Executors.newVirtualThreadPerTaskExecutor();

  private final ScopedWork scoped;
  private final ReceiptIds ids;
  private final ReceiptKeys keys;
  private final Clock clock;

  AcceptTransaction(ScopedWork scoped, ReceiptIds ids, ReceiptKeys keys, Clock clock) {
    this.scoped = scoped;
    this.ids = ids;
    this.keys = keys;
    this.clock = clock;
  }

  private record Known(ReceiptId id, byte[] contentHash) {}

  List<Acceptance> commit(List<Submission> group) {
    try {
      return attempt(group);
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
        throw StoreFailure.of(e);
      }
    }
    // Another instance made the same content durable meanwhile: now it is known.
    try {
      return attempt(group);
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private List<Acceptance> attempt(List<Submission> group) throws SQLException {
    List<String> centres = group.stream().map(one -> one.context().centre()).toList();
    return scoped.of(centres, connection -> write(connection, group));
  }

  private List<Acceptance> write(Connection connection, List<Submission> group)
      throws SQLException {
    Map<String, Known> known = known(connection, group);
    List<Acceptance> answers = new ArrayList<>(group.size());
    List<ReceiptId> resent = new ArrayList<>();
    Writing writing = new Writing(connection);
    for (Submission submission : group) {
      String key = key(submission.context().centre(), submission.idempotencyKey());
      Known earlier = known.get(key);
      if (earlier == null) {
        ReceiptId id = ids.next();
        known.put(key, new Known(id, submission.contentHash()));
        writing.add(id, submission);
        answers.add(new Acceptance.Fresh(id));
      } else if (Arrays.equals(earlier.contentHash, submission.contentHash())) {
        resent.add(earlier.id);
        answers.add(new Acceptance.Resent(earlier.id));
      } else {
        answers.add(new Acceptance.KeyReused(quarantine(writing, known, submission)));
      }
    }
    // Both databases write at once, and both are durable before the commit that is acknowledged.
    CompletableFuture<Void> kept =
        CompletableFuture.runAsync(() -> keys.keep(Map.copyOf(writing.made)), KEYS);
    writing.flush();
    countResends(connection, resent);
    joined(kept);
    return answers;
  }

  private static void joined(CompletableFuture<Void> kept) {
    try {
      kept.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Keeps the bytes of a reused key under a key of their own, so that a person can look at them.
   */
  private ReceiptId quarantine(Writing writing, Map<String, Known> known, Submission submission)
      throws SQLException {
    byte[] ownKey = sha256(submission.idempotencyKey(), submission.contentHash());
    String key = key(submission.context().centre(), ownKey);
    Known earlier = known.get(key);
    if (earlier != null) {
      return earlier.id;
    }
    ReceiptId id = ids.next();
    known.put(key, new Known(id, submission.contentHash()));
    writing.add(
        id,
        new Submission(
            submission.context(),
            ownKey,
            submission.contentHash(),
            submission.body(),
            new Tally(1, 0, 0, 1, 0, 0, 0, 0),
            List.of(
                Rejection.record(
                    0, "", "KEY_REUSED", "the idempotency key was used with other content")),
            true));
    return id;
  }

  private Map<String, Known> known(Connection connection, List<Submission> group)
      throws SQLException {
    Map<String, Known> known = new LinkedHashMap<>();
    String[] centres = new String[2 * group.size()];
    byte[][] keys = new byte[2 * group.size()][];
    for (int i = 0; i < group.size(); i++) {
      Submission submission = group.get(i);
      centres[2 * i] = submission.context().centre();
      centres[2 * i + 1] = submission.context().centre();
      keys[2 * i] = submission.idempotencyKey();
      keys[2 * i + 1] = sha256(submission.idempotencyKey(), submission.contentHash());
    }
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select r.receipt_id, r.centre, r.idempotency_key, r.content_hash
            from receipt r join unnest(?::text[], ?::bytea[]) as k(centre, key)
              on r.centre = k.centre and r.idempotency_key = k.key
            """)) {
      select.setArray(1, connection.createArrayOf("text", centres));
      select.setArray(2, connection.createArrayOf("bytea", keys));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.put(
              key(row.getString(2), row.getBytes(3)),
              new Known(new ReceiptId(row.getLong(1)), row.getBytes(4)));
        }
      }
    }
    return known;
  }

  private static void countResends(Connection connection, List<ReceiptId> resent)
      throws SQLException {
    if (resent.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            "update receipt set resends = resends + 1 where receipt_id = any (?)")) {
      update.setArray(
          1, connection.createArrayOf("bigint", resent.stream().map(ReceiptId::value).toArray()));
      update.executeUpdate();
    }
  }

  private static String key(String centre, byte[] key) {
    return centre + '/' + HexFormat.of().formatHex(key);
  }

  private static byte[] sha256(byte[] first, byte[] second) {
    MessageDigest digest = Sha256.fresh();
    digest.update(first);
    return digest.digest(second);
  }

  /** Batched inserts of one transaction. */
  private final class Writing {
    private final Connection connection;
    private final Map<ReceiptId, SecretKey> made = new HashMap<>();
    private @Nullable PreparedStatement receipts;
    private @Nullable PreparedStatement bodies;
    private @Nullable PreparedStatement rejections;
    private @Nullable PreparedStatement outbox;

    private Writing(Connection connection) {
      this.connection = connection;
    }

    private void add(ReceiptId id, Submission submission) throws SQLException {
      SecretKey key = KeyWrap.newKey();
      made.put(id, key);
      addReceipt(id, submission, key);
      addBody(id, submission.body(), key);
      addRejections(id, submission.rejected());
      if (!submission.refused()) {
        addOutbox(id, Lane.of(submission.body()));
      }
    }

    private void addReceipt(ReceiptId id, Submission submission, SecretKey key)
        throws SQLException {
      if (receipts == null) {
        receipts =
            connection.prepareStatement(
                """
                insert into receipt (receipt_id, centre, door, format, idempotency_key, content_hash, received_at, state,
                  file_name_cipher, person_id, sample_cipher, declared_build, body_bytes,
                  records, accepted, duplicates, rejected, observations, unmapped, variants, lifestyle_days)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
      }
      Submission.Context context = submission.context();
      Tally form = submission.form();
      PreparedStatement insert = receipts;
      insert.setLong(1, id.value());
      insert.setString(2, context.centre());
      insert.setString(3, context.door());
      insert.setString(4, context.format().label());
      insert.setBytes(5, submission.idempotencyKey());
      insert.setBytes(6, submission.contentHash());
      insert.setTimestamp(7, Timestamp.from(clock.instant()));
      insert.setString(
          8,
          (submission.refused() ? Receipt.State.REFUSED : Receipt.State.RECEIVED)
              .name()
              .toLowerCase(java.util.Locale.ROOT));
      insert.setBytes(9, ReceiptSeal.name(key, id, FILE_NAME, context.fileName()));
      insert.setString(10, context.personId());
      insert.setBytes(11, ReceiptSeal.name(key, id, SAMPLE, context.sample()));
      insert.setString(12, context.declaredBuild());
      insert.setLong(13, submission.body().size());
      TallyColumns.set(insert, 14, form);
      insert.addBatch();
    }

    private void addBody(ReceiptId id, Body body, SecretKey key) throws SQLException {
      switch (body) {
        case Body.Bytes small -> addChunk(id, 0, small.bytes(), key);
        case Body.Spooled spooled -> addFile(id, spooled, key);
      }
    }

    private void addFile(ReceiptId id, Body.Spooled spooled, SecretKey key) throws SQLException {
      // The chunks refer to their receipt, so it goes first; then chunk by chunk, one in memory.
      executeReceipts();
      try (InputStream in = Files.newInputStream(spooled.file())) {
        int chunk = 0;
        for (byte[] bytes = in.readNBytes(BodyStream.CHUNK);
            bytes.length > 0;
            bytes = in.readNBytes(BodyStream.CHUNK)) {
          PreparedStatement insert = addChunk(id, chunk++, bytes, key);
          insert.executeBatch();
        }
      } catch (IOException e) {
        throw new IllegalStateException("the spooled file is not readable", e);
      }
    }

    private PreparedStatement addChunk(ReceiptId id, int chunk, byte[] bytes, SecretKey key)
        throws SQLException {
      if (bodies == null) {
        bodies =
            connection.prepareStatement(
                "insert into receipt_body (receipt_id, chunk, bytes) values (?, ?, ?)");
      }
      bodies.setLong(1, id.value());
      bodies.setInt(2, chunk);
      bodies.setBytes(3, ReceiptSeal.chunk(key, id, chunk, bytes));
      bodies.addBatch();
      return bodies;
    }

    private void addRejections(ReceiptId id, List<Rejection> rejected) throws SQLException {
      if (rejected.isEmpty()) {
        return;
      }
      if (rejections == null) {
        rejections = connection.prepareStatement(AccountTransaction.INSERT_REJECTION);
      }
      AccountTransaction.addRejections(rejections, id, rejected);
    }

    private void addOutbox(ReceiptId id, Lane lane) throws SQLException {
      if (outbox == null) {
        outbox =
            connection.prepareStatement(
                "insert into outbox (receipt_id, lane, next_attempt_at) values (?, ?, ?)");
      }
      outbox.setLong(1, id.value());
      outbox.setString(2, lane.label());
      outbox.setTimestamp(3, Timestamp.from(clock.instant()));
      outbox.addBatch();
    }

    private void executeReceipts() throws SQLException {
      if (receipts != null) {
        receipts.executeBatch();
      }
    }

    private void flush() throws SQLException {
      executeReceipts();
      for (PreparedStatement statement : Arrays.asList(bodies, rejections, outbox)) {
        if (statement != null) {
          statement.executeBatch();
        }
      }
    }
  }
}
