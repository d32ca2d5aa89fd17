package health.lifelong.platform.token;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a set of keys. One bad key makes the whole set bad: who publishes one has lost
 * control of the others too.
 */
public final class KeyHygiene {
  private static final int LEAST_RSA_BITS = 2048;
  private static final BigInteger RSA_EXPONENT = BigInteger.valueOf(65_537);
  private static final Map<String, String> CURVES =
      Map.of("ES256", "P-256", "ES384", "P-384", "ES512", "P-521");
  private static final Map<String, Integer> SECRETS =
      Map.of("HS256", 256, "HS384", 384, "HS512", 512);
  private static final Set<String> RSA =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

  private KeyHygiene() {}

  /** Findings for keys that verify signatures, whatever their kind; empty where all is well. */
  public static List<String> findings(List<JsonWebKey> keys) {
    List<String> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long secrets = keys.stream().filter(OctetSequenceJsonWebKey.class::isInstance).count();
    if (secrets > 0 && secrets < keys.size()) {
      findings.add("secrets and public keys in one set");
    }
    for (JsonWebKey key : keys) {
      if (key.getKeyId() != null && !seen.add(key.getKeyId())) {
        findings.add("two keys with the id " + key.getKeyId());
      }
      String finding = finding(key);
      if (finding != null) {
        findings.add("key " + key.getKeyId() + ": " + finding);
      }
    }
    return List.copyOf(findings);
  }

  /**
   * Findings for a set that an issuer publishes: over and above, every key is public, named and
   * meant for signatures.
   */
  public static List<String> findingsOfPublished(List<JsonWebKey> keys) {
    List<String> findings = new ArrayList<>(findings(keys));
    if (keys.isEmpty()) {
      findings.add("no key in the set");
    }
    for (JsonWebKey key : keys) {
      String keyId = key.getKeyId();
      if (keyId == null || keyId.isBlank()) {
        findings.add("a key without id");
      }
      if (!(key instanceof PublicJsonWebKey pair)) {
        findings.add("key " + keyId + ": not a public key");
      } else if (pair.getPrivateKey() != null) {
        findings.add("key " + keyId + ": its private half is published");
      }
      if (key.getUse() == null && key.getKeyOps() == null) {
        findings.add("key " + keyId + ": neither use nor key_ops says that it verifies");
      }
    }
    return List.copyOf(findings);
  }

  private static @Nullable String finding(JsonWebKey key) {
    if (key.getUse() != null && !key.getUse().equals("sig")) {
      return "its use is not sig";
    }
    if (key.getKeyOps() != null && !key.getKeyOps().contains("verify")) {
      return "its key_ops do not say verify";
    }
    return switch (key) {
      case EllipticCurveJsonWebKey curve -> curve(curve);
      case OctetSequenceJsonWebKey secret -> secret(secret);
      case JsonWebKey other when other.getKey() instanceof RSAPublicKey rsa ->
          rsa(rsa, other.getAlgorithm());
      default -> "a kind of key that is not taken";
    };
  }

  private static @Nullable String curve(EllipticCurveJsonWebKey key) {
    String algorithm = key.getAlgorithm();
    boolean fits =
        algorithm == null
            ? CURVES.containsValue(key.getCurveName())
            : key.getCurveName().equals(CURVES.get(algorithm));
    return fits ? null : "its curve does not fit its algorithm";
  }

  private static @Nullable String secret(OctetSequenceJsonWebKey key) {
    String algorithm = key.getAlgorithm();
    Integer least = algorithm == null ? null : SECRETS.get(algorithm);
    if (least == null) {
      return "a secret that is not for signatures";
    }
    return key.getOctetSequence().length * Byte.SIZE < least ? "its secret is too short" : null;
  }

  private static @Nullable String rsa(RSAPublicKey key, @Nullable String algorithm) {
    if (algorithm != null && !RSA.contains(algorithm)) {
      return "its algorithm is not one of RSA signatures";
    }
    if (key.getModulus().bitLength() < LEAST_RSA_BITS) {
      return "fewer than 2048 bits";
    }
    if (!key.getPublicExponent().equals(RSA_EXPONENT)) {
      return "its exponent is not 65537";
    }
    return isRoca(key.getModulus()) ? "a weak key of CVE-2017-15361" : null;
  }

  /**
   * The fingerprint of moduli made by a broken library (Nemec et al., "The Return of Coppersmith's
   * Attack", 2017): their remainder by every small prime is a power of 65537. By chance that
   * happens once in 2^154.
   */
  static boolean isRoca(BigInteger modulus) {
    for (BigInteger prime = BigInteger.valueOf(3);
        prime.intValue() <= 167;
        prime = prime.nextProbablePrime()) {
      if (!isPowerOfExponent(modulus.mod(prime), prime)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPowerOfExponent(BigInteger remainder, BigInteger prime) {
    BigInteger power = BigInteger.ONE;
    do {
      if (power.equals(remainder)) {
        return true;
      }
      power = power.multiply(RSA_EXPONENT).mod(prime);
    } while (!power.equals(BigInteger.ONE));
    return false;
  }
}
