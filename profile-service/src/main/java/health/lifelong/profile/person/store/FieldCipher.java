package health.lifelong.profile.person.store;

import health.lifelong.profile.person.app.FieldEncryption;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM of single fields. Format: version (1 byte), key id (1 byte), IV (12 bytes),
 * ciphertext with its tag (16 bytes). The place of the field is additional data: a value moved to
 * another row, column or person does not open.
 */
@ApplicationScoped
public class FieldCipher implements FieldEncryption {
  private static final byte VERSION = 1;
  private static final byte KEY_ID = 1;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER_BYTES = 2 + IV_BYTES;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  FieldCipher(KeyFiles keys) {
    this.key = new SecretKeySpec(keys.fieldKey(), "AES");
  }

  @Override
  public byte[] seal(byte[] plain, Place place) {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, place).doFinal(plain);
      return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
          .put(VERSION)
          .put(KEY_ID)
          .put(iv)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("field not sealed", e);
    }
  }

  @Override
  public byte[] open(byte[] sealed, Place place) {
    if (sealed.length < HEADER_BYTES || sealed[0] != VERSION || sealed[1] != KEY_ID) {
      throw new IllegalStateException("field of an unknown version or key");
    }
    byte[] iv = new byte[IV_BYTES];
    ByteBuffer.wrap(sealed, 2, IV_BYTES).get(iv);
    try {
      return cipher(Cipher.DECRYPT_MODE, iv, place)
          .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("field does not open at this place", e);
    }
  }

  private Cipher cipher(int mode, byte[] iv, Place place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    String additional =
        String.join(
            "|",
            "profile",
            place.table(),
            place.column(),
            place.row(),
            place.personId().toString(),
            "" + VERSION);
    cipher.updateAAD(additional.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
