package health.lifelong.local.e2e;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits of an authenticator app (RFC 6238, SHA-1, 30 s). */
final class OneTimePassword {
  private OneTimePassword() {}

  static String of(String seed, Instant at) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
    int offset = hash[hash.length - 1] & 0x0F;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFFFFFF;
    return String.format(Locale.ROOT, "%06d", number % 1_000_000);
  }
}
