package health.lifelong.platform.token;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The published keys of one issuer by key id: a JWKS that passed {@link KeyHygiene}. */
public final class KeySet {
  /** Before any key was read. */
  public static final KeySet EMPTY = new KeySet(Map.of());

  private final Map<String, PublicKey> keys;

  private KeySet(Map<String, PublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** A set that is not taken; the message lists every finding. */
  public static final class BadKeySet extends Exception {
    private static final long serialVersionUID = 1L;

    BadKeySet(List<String> findings) {
      super(String.join("; ", findings));
    }
  }

  /**
   * Reads a JWKS for tokens of one algorithm. A key that names another algorithm is left out, as
   * providers publish keys for encryption of other things beside; a bad one refuses the set.
   */
  public static KeySet read(String jwks, String algorithm) throws BadKeySet {
    List<JsonWebKey> keys;
    try {
      JsonWebKeySet set = new JsonWebKeySet(jwks);
      keys = set.getJsonWebKeys();
    } catch (JoseException | RuntimeException e) {
      throw new BadKeySet(List.of("not a readable JWKS"));
    }
    // Keycloak publishes an encryption key beside those for signatures: it never verifies anything.
    List<JsonWebKey> forSignatures =
        keys.stream().filter(key -> !"enc".equals(key.getUse())).toList();
    List<String> findings = KeyHygiene.findingsOfPublished(forSignatures);
    if (!findings.isEmpty()) {
      throw new BadKeySet(findings);
    }
    Map<String, PublicKey> usable = new HashMap<>();
    for (JsonWebKey key : forSignatures) {
      boolean fits = key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm);
      if (fits && key instanceof PublicJsonWebKey published) {
        usable.put(Objects.requireNonNull(key.getKeyId()), published.getPublicKey());
      }
    }
    if (usable.isEmpty()) {
      throw new BadKeySet(List.of("no key for " + algorithm));
    }
    return new KeySet(usable);
  }

  /** The key of that id. */
  public Optional<PublicKey> key(String keyId) {
    return Optional.ofNullable(keys.get(keyId));
  }

  /** The ids in the set. */
  public Set<String> ids() {
    return keys.keySet();
  }
}
