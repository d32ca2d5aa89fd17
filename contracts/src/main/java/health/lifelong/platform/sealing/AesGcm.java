package health.lifelong.platform.sealing;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM of NIST SP 800-38D with a 96-bit IV and a 128-bit tag; every other size is refused. */
final class AesGcm {
  static final int IV_BYTES = 12;
  static final int TAG_BYTES = 16;

  private AesGcm() {}

  /** Ciphertext with its tag behind it. An IV must never come twice under one key. */
  static byte[] seal(SecretKey key, byte[] iv, byte[] additional, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, iv, additional).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /** The plain bytes of a ciphertext with its tag, from an offset to the end of the array. */
  static byte[] open(SecretKey key, byte[] iv, byte[] additional, byte[] sealed, int offset) {
    if (sealed.length - offset < TAG_BYTES) {
      throw new SealBroken();
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, key, iv, additional)
          .doFinal(sealed, offset, sealed.length - offset);
    } catch (GeneralSecurityException e) {
      throw new SealBroken();
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] iv, byte[] additional)
      throws GeneralSecurityException {
    if (iv.length != IV_BYTES) {
      throw new SealBroken();
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, iv));
    cipher.updateAAD(additional);
    return cipher;
  }
}
