package health.lifelong.profile.person.store;

import health.lifelong.profile.person.domain.BlindIndex;
import health.lifelong.profile.person.domain.Identifier;
import health.lifelong.profile.person.domain.IndexedIdentifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Blind indexes of identifiers: HMAC-SHA-256 under the institute-wide key over the NFC parts, each
 * led by its length. A plain hash would be an identifier itself, since member numbers can be tried
 * one by one.
 */
@ApplicationScoped
public class BlindIndexer {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  BlindIndexer(KeyFiles keys) {
    this.key = new SecretKeySpec(keys.blindIndexKey(), ALGORITHM);
  }

  /** The indexes of an identifier that {@code centre} sent. */
  public IndexedIdentifier index(String centre, Identifier identifier) {
    String scope = identifier.scope(centre);
    // The institute itself assigns a trusted number, whatever a centre's system writes as its
    // assigner.
    String system = identifier.isTrusted() ? "" : identifier.system();
    return new IndexedIdentifier(
        hmac(scope, system, identifier.value()),
        hmac(scope, identifier.value()),
        scope,
        identifier.isTrusted());
  }

  /** The keyed hash of a one-time code: a plain one could be tried until it fits. */
  public BlindIndex accountCode(String code) {
    return hmac("account-code", code);
  }

  /** 64 bits under which those who share a word of matching are found. */
  public long word(String text) {
    return Long.parseUnsignedLong(hmac("match", text).hex().substring(0, 16), 16);
  }

  private BlindIndex hmac(String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
      }
      return BlindIndex.of(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
