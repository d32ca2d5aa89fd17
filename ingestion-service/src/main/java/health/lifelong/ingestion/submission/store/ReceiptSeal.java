package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.domain.ReceiptId;
import health.lifelong.platform.sealing.SealedField;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** What of a receipt is sealed, and where it stands; a receipt has one key. */
final class ReceiptSeal {
  private static final int ONLY_KEY = 1;

  private ReceiptSeal() {}

  static byte[] chunk(SecretKey key, ReceiptId id, int chunk, byte[] bytes) {
    return SealedField.seal(key, ONLY_KEY, chunk(id, chunk), bytes);
  }

  static byte[] openChunk(SecretKey key, ReceiptId id, int chunk, byte[] sealed) {
    return SealedField.open(key, chunk(id, chunk), sealed);
  }

  private static SealedField.Place chunk(ReceiptId id, int chunk) {
    return place("receipt_body", "bytes", id + "/" + chunk, id);
  }

  static byte @Nullable [] name(SecretKey key, ReceiptId id, String column, String name) {
    return name.isEmpty()
        ? null
        : SealedField.seal(
            key,
            ONLY_KEY,
            place("receipt", column, id.toString(), id),
            name.getBytes(StandardCharsets.UTF_8));
  }

  /** The name; empty where there is none, or where the key is destroyed. */
  static String openName(
      @Nullable SecretKey key, ReceiptId id, String column, byte @Nullable [] sealed) {
    return key == null || sealed == null
        ? ""
        : new String(
            SealedField.open(key, place("receipt", column, id.toString(), id), sealed),
            StandardCharsets.UTF_8);
  }

  private static SealedField.Place place(String table, String column, String row, ReceiptId id) {
    return new SealedField.Place("ingestion", table, column, row, id.toString());
  }
}
