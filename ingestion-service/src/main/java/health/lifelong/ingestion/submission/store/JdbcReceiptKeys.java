package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.ReceiptKeys;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.platform.sealing.KeyManagement;
import health.lifelong.platform.sealing.KeyWrap;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Receipt keys in a PostgreSQL database of their own. Blocking; callers run on virtual threads. */
@ApplicationScoped
public class JdbcReceiptKeys implements ReceiptKeys {
  private static final String FOREIGN_KEY_VIOLATION = "23503";

  private final DataSource dataSource;
  private final KeyManagement root;
  private final Clock clock = Clock.systemUTC();
  private final Map<Integer, SecretKey> unwrapped = new ConcurrentHashMap<>();
  private volatile @Nullable Wrapping newest;

  public JdbcReceiptKeys(
      @io.quarkus.agroal.DataSource("keys") DataSource dataSource, KeyManagement root) {
    this.dataSource = dataSource;
    this.root = root;
  }

  private record Wrapping(int number, SecretKey key) {}

  @Override
  public void keep(Map<ReceiptId, SecretKey> keys) {
    if (keys.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection()) {
      try {
        insert(connection, newest(connection), keys);
      } catch (SQLException e) {
        if (!FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
          throw e;
        }
        // Another instance has turned the key-encryption key over, and destroyed the old one.
        newest = null;
        insert(connection, newest(connection), keys);
      }
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static void insert(
      Connection connection, Wrapping wrapping, Map<ReceiptId, SecretKey> keys)
      throws SQLException {
    Long[] ids = keys.keySet().stream().map(ReceiptId::value).toArray(Long[]::new);
    byte[][] wrapped =
        keys.values().stream().map(key -> KeyWrap.wrap(wrapping.key(), key)).toArray(byte[][]::new);
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into receipt_key (receipt_id, kek_id, wrapped)
            select k.receipt_id, ?, k.wrapped from unnest(?::bigint[], ?::bytea[]) k(receipt_id, wrapped)
            """)) {
      insert.setInt(1, wrapping.number());
      insert.setArray(2, connection.createArrayOf("bigint", ids));
      insert.setArray(3, connection.createArrayOf("bytea", wrapped));
      insert.executeUpdate();
    }
  }

  private Wrapping newest(Connection connection) throws SQLException {
    Wrapping known = newest;
    if (known != null) {
      return known;
    }
    try (PreparedStatement select =
            connection.prepareStatement(
                "select kek_id, wrapped from key_encryption_key order by kek_id desc limit 1");
        ResultSet row = select.executeQuery()) {
      Wrapping found =
          row.next() ? new Wrapping(row.getInt(1), key(row.getInt(1), row.getBytes(2))) : null;
      Wrapping made = found == null ? make(connection) : found;
      newest = made;
      return made;
    }
  }

  private Wrapping make(Connection connection) throws SQLException {
    SecretKey key = KeyWrap.newKey();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into key_encryption_key (wrapped, created_at) values (?, ?) returning kek_id")) {
      insert.setBytes(1, root.wrap(key));
      insert.setTimestamp(2, Timestamp.from(clock.instant()));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        unwrapped.put(row.getInt(1), key);
        return new Wrapping(row.getInt(1), key);
      }
    }
  }

  private SecretKey key(int number, byte[] wrapped) {
    return unwrapped.computeIfAbsent(number, n -> root.unwrap(wrapped));
  }

  @Override
  public Map<ReceiptId, SecretKey> find(Collection<ReceiptId> receipts) {
    Map<ReceiptId, SecretKey> keys = new HashMap<>();
    if (receipts.isEmpty()) {
      return keys;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select r.receipt_id, r.wrapped, k.kek_id, k.wrapped
                from receipt_key r join key_encryption_key k using (kek_id) where r.receipt_id = any (?)
                """)) {
      select.setArray(1, connection.createArrayOf("bigint", ids(receipts)));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          SecretKey wrapping = key(row.getInt(3), row.getBytes(4));
          keys.put(new ReceiptId(row.getLong(1)), KeyWrap.unwrap(wrapping, row.getBytes(2)));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static Object[] ids(Collection<ReceiptId> receipts) {
    return receipts.stream().map(ReceiptId::value).toArray();
  }

  @Override
  public void destroy(Collection<ReceiptId> receipts) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from receipt_key where receipt_id = any (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", ids(receipts)));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  @Override
  public void turnOver(Instant madeBefore) {
    try (Connection connection = dataSource.getConnection()) {
      if (isOlder(connection, madeBefore)) {
        newest = make(connection);
      }
      for (Integer empty : empty(connection)) {
        destroyWrapping(connection, empty);
      }
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  private static boolean isOlder(Connection connection, Instant madeBefore) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select coalesce(max(created_at) < ?, false) from key_encryption_key")) {
      select.setTimestamp(1, Timestamp.from(madeBefore));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static List<Integer> empty(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                select kek_id from key_encryption_key k
                where kek_id < (select max(kek_id) from key_encryption_key)
                  and not exists (select from receipt_key r where r.kek_id = k.kek_id)
                """);
        ResultSet row = select.executeQuery()) {
      List<Integer> empty = new ArrayList<>();
      while (row.next()) {
        empty.add(row.getInt(1));
      }
      return empty;
    }
  }

  private void destroyWrapping(Connection connection, int number) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from key_encryption_key where kek_id = ?")) {
      delete.setInt(1, number);
      delete.executeUpdate();
      unwrapped.remove(number);
    } catch (SQLException e) {
      // A receipt has come to stand under it meanwhile: it stays.
      if (!FOREIGN_KEY_VIOLATION.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  @Override
  public long erasurePosition() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select sequence from erasure_position");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }

  @Override
  public void erasurePosition(long sequence) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                insert into erasure_position (sequence) values (?)
                on conflict (only_one) do update set sequence = greatest(erasure_position.sequence, excluded.sequence)
                """)) {
      upsert.setLong(1, sequence);
      upsert.executeUpdate();
    } catch (SQLException e) {
      throw StoreFailure.of(e);
    }
  }
}
