package health.lifelong.platform.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public keys (Ed25519) whose signatures under heads are believed. A file may hold several:
 * after a change of keys, old heads stay good.
 */
public final class AuditKeys {
  private static final Pattern PUBLIC = block("PUBLIC KEY");
  // Put together so that no scanner takes this source for a key.
  private static final Pattern PRIVATE = block("PRIVATE" + " KEY");
  private static final int ID_CHARACTERS = 16;

  private final Map<String, PublicKey> keys;

  private AuditKeys(Map<String, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  private static Pattern block(String label) {
    return Pattern.compile(
        "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]+)-----END " + label + "-----");
  }

  /** The keys of a PEM file ({@code openssl pkey -pubout}); a file without one is refused. */
  public static AuditKeys read(Path pem) throws IOException {
    Matcher blocks = PUBLIC.matcher(Files.readString(pem));
    Map<String, PublicKey> keys = new LinkedHashMap<>();
    while (blocks.find()) {
      try {
        PublicKey key =
            KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(decoded(blocks.group(1))));
        keys.put(id(key), key);
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IOException(pem + " holds a public key that is not Ed25519", e);
      }
    }
    if (keys.isEmpty()) {
      throw new IOException(pem + " holds no public key (PEM, Ed25519)");
    }
    return new AuditKeys(keys);
  }

  /** The keys of one pair. */
  static AuditKeys of(PublicKey key) {
    return new AuditKeys(Map.of(id(key), key));
  }

  private static byte[] decoded(String body) {
    return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
  }

  /** First 16 hexadecimal digits of the SHA-256 of the key as SubjectPublicKeyInfo. */
  static String id(PublicKey key) {
    return AuditLine.sha256(key.getEncoded()).substring(0, ID_CHARACTERS);
  }

  /** True where a key that is believed signed this head as it stands. */
  public boolean vouchFor(AuditHead head) {
    PublicKey key = keys.get(head.key());
    try {
      byte[] signature = HexFormat.of().parseHex(head.signature());
      // One spelling only: capital digits would be a second one.
      return key != null
          && HexFormat.of().formatHex(signature).equals(head.signature())
          && verify(key, head.signed(), signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean verify(PublicKey key, String text, byte[] signature) {
    return verify(key, text.getBytes(StandardCharsets.UTF_8), signature);
  }

  static boolean verify(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Signs heads with one private key. */
  public static final class Signer {
    private final PrivateKey key;
    private final String id;

    Signer(PrivateKey key, PublicKey open) {
      this.key = key;
      this.id = AuditKeys.id(open);
    }

    /**
     * The signer of a key pair in two PEM files (PKCS #8, and SubjectPublicKeyInfo whose last block
     * is the one in use). Halves that do not belong together are refused.
     */
    public static Signer read(Path privatePem, Path publicPem) throws IOException {
      Matcher block = PRIVATE.matcher(Files.readString(privatePem));
      if (!block.find()) {
        throw new IOException("no private key (PEM, PKCS #8, Ed25519)");
      }
      try {
        PrivateKey key =
            KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(decoded(block.group(1))));
        for (PublicKey open : AuditKeys.read(publicPem).keys.values()) {
          Signer signer = new Signer(key, open);
          if (verify(open, "halves", signer.sign("halves"))) {
            return signer;
          }
        }
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new IOException("the private key is not Ed25519", e);
      }
      throw new IOException("the public key file does not hold this private key's half");
    }

    /** Id of the key. */
    public String id() {
      return id;
    }

    byte[] sign(String text) {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("the audit key does not sign", e);
      }
    }
  }
}
