package health.lifelong.platform.sealing;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Data keys, and keys wrapped under others: AES-KWP (RFC 5649, NIST SP 800-38F). */
public final class KeyWrap {
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyWrap() {}

  /** A new 256-bit AES key. */
  public static SecretKey newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return new SecretKeySpec(key, "AES");
  }

  /** Wraps a key under another. */
  public static byte[] wrap(SecretKey wrapping, SecretKey key) {
    try {
      Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
      cipher.init(Cipher.WRAP_MODE, wrapping);
      return cipher.wrap(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("key not wrapped", e);
    }
  }

  /** Unwraps a key; fails with {@link SealBroken} where it is not wrapped under this one. */
  public static SecretKey unwrap(SecretKey wrapping, byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance("AES/KWP/NoPadding");
      cipher.init(Cipher.UNWRAP_MODE, wrapping);
      return (SecretKey) cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY);
    } catch (GeneralSecurityException e) {
      throw new SealBroken();
    }
  }
}
