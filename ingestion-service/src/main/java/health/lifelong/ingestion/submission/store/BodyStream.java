package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.ReceiptKeys;
import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.ingestion.submission.store.ScopedWork.Job;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads a receipt's chunks one after another: one chunk in memory, no connection held between them.
 */
final class BodyStream extends InputStream {
  /** Bytes of every chunk of a file but its last. */
  static final int CHUNK = 1 << 20;

  private final ScopedWork scoped;
  private final ReceiptKeys keys;
  private final ReceiptId id;
  private @Nullable SecretKey key;
  private byte[] chunk = new byte[0];
  private int position;
  private int next;
  private boolean ended;

  BodyStream(ScopedWork scoped, ReceiptKeys keys, ReceiptId id) {
    this.scoped = scoped;
    this.keys = keys;
    this.id = id;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (position == chunk.length) {
      if (ended) {
        return false;
      }
      load();
    }
    return true;
  }

  private SecretKey key() throws IOException {
    SecretKey known = key == null ? keys.find(List.of(id)).get(id) : key;
    if (known == null) {
      throw new IOException("the key of the receipt is destroyed");
    }
    key = known;
    return known;
  }

  private void load() throws IOException {
    SecretKey opening = key();
    int number = next++;
    try {
      chunk =
          scoped
              .as(Job.DELIVERY, connection -> sealedChunk(connection, number))
              .map(cipher -> ReceiptSeal.openChunk(opening, id, number, cipher))
              .orElse(new byte[0]);
      // A short chunk is the last: most bodies are one, and need no second question.
      ended = chunk.length < CHUNK;
      position = 0;
    } catch (SQLException e) {
      throw new IOException("receipt body is not readable", e);
    }
  }

  private Optional<byte[]> sealedChunk(Connection connection, int number) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select bytes from receipt_body where receipt_id = ? and chunk = ?")) {
      select.setLong(1, id.value());
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }
}
