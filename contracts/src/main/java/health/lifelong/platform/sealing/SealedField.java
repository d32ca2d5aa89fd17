package health.lifelong.platform.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.SecretKey;

/**
 * The format of one sealed field: {@code version (1 byte) | key id (2 bytes) | IV (12) | ciphertext
 * | tag (16)}, AES-256-GCM. Where the field stands (service, table, column, row, owner, version) is
 * additional data: moved to another row, column or owner it does not open.
 *
 * <p>The IV is random. Under one key at most 2^32 fields may be sealed (SP 800-38D, 8.3); a data
 * key is of one person and category, or of one receipt, which stays far below.
 */
public final class SealedField {
  private static final byte VERSION = 2;
  private static final int KEY_ID = 1;
  private static final int IV = 3;
  private static final int HEADER = IV + AesGcm.IV_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedField() {}

  /** Where a field stands. */
  public record Place(String service, String table, String column, String row, String owner) {
    private byte[] additional() {
      return String.join("|", service, table, column, row, owner, Integer.toString(VERSION))
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Seals a field for its place.
   *
   * @param keyId names the key among those of the owner, 0 to 65,535; readable without a key
   */
  public static byte[] seal(SecretKey key, int keyId, Place place, byte[] plain) {
    byte[] iv = iv();
    byte[] sealed = AesGcm.seal(key, iv, place.additional(), plain);
    return ByteBuffer.allocate(HEADER + sealed.length)
        .put(VERSION)
        .putShort((short) keyId)
        .put(iv)
        .put(sealed)
        .array();
  }

  static byte[] iv() {
    byte[] iv = new byte[AesGcm.IV_BYTES];
    RANDOM.nextBytes(iv);
    return iv;
  }

  /** The id of the key under which a field is sealed. */
  public static int keyId(byte[] field) {
    if (field.length < HEADER || field[0] != VERSION) {
      throw new SealBroken();
    }
    return Short.toUnsignedInt(ByteBuffer.wrap(field).getShort(KEY_ID));
  }

  /** Opens a field; fails with {@link SealBroken} where it was sealed for another place. */
  public static byte[] open(SecretKey key, Place place, byte[] field) {
    keyId(field);
    byte[] iv = new byte[AesGcm.IV_BYTES];
    ByteBuffer.wrap(field).get(IV, iv);
    return AesGcm.open(key, iv, place.additional(), field, HEADER);
  }
}
