package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.domain.ReceiptId;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Reads a receipt's chunks one after another: one chunk in memory, no connection held between them.
 */
final class BodyStream extends InputStream {
  /** Bytes of every chunk of a file but its last. */
  static final int CHUNK = 1 << 20;

  private final DataSource dataSource;
  private final ReceiptId id;
  private byte[] chunk = new byte[0];
  private int position;
  private int next;
  private boolean ended;

  BodyStream(DataSource dataSource, ReceiptId id) {
    this.dataSource = dataSource;
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

  private void load() throws IOException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select bytes from receipt_body where receipt_id = ? and chunk = ?")) {
      select.setLong(1, id.value());
      select.setInt(2, next++);
      try (ResultSet row = select.executeQuery()) {
        chunk = row.next() ? row.getBytes(1) : new byte[0];
        // A short chunk is the last: most bodies are one, and need no second question.
        ended = chunk.length < CHUNK;
        position = 0;
      }
    } catch (SQLException e) {
      throw new IOException("receipt body is not readable", e);
    }
  }
}
