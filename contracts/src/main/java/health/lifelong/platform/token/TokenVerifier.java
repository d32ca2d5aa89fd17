package health.lifelong.platform.token;

import java.security.PublicKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The checks of a token in their order: header, key of its issuer, signature, claims, revocation.
 * Never waits; {@link #missingKey} says beforehand where waiting for a new key would help.
 */
public final class TokenVerifier {
  /**
   * One issuer that is trusted.
   *
   * @param algorithm the one algorithm its tokens have
   */
  public record Issuer(String algorithm, KeyRing keys, ClaimRules rules) {}

  /** A key that is not known and worth a look. */
  public record MissingKey(KeyRing keys, String keyId) {}

  private final Map<String, Issuer> issuers;
  private final Clock clock;

  /**
   * @param issuers by their exact {@code iss}
   */
  public TokenVerifier(Map<String, Issuer> issuers, Clock clock) {
    this.issuers = Map.copyOf(issuers);
    this.clock = clock;
  }

  /** The key this token needs, where it is unknown and the issuer may be asked again. */
  public Optional<MissingKey> missingKey(CompactToken token) {
    try {
      TokenHeader header = TokenHeader.of(token);
      Issuer issuer = issuers.get(ClaimRules.issuer(token));
      String keyId = header.keyId();
      if (issuer == null || keyId == null || !header.algorithm().equals(issuer.algorithm())) {
        return Optional.empty();
      }
      return issuer.keys().isWorthALook(keyId)
          ? Optional.of(new MissingKey(issuer.keys(), keyId))
          : Optional.empty();
    } catch (TokenRefused refused) {
      return Optional.empty();
    }
  }

  /**
   * Verifies a token.
   *
   * @throws TokenRefused at the first check that fails
   */
  public AccessToken verify(CompactToken token, Revocations revocations) {
    TokenHeader header = TokenHeader.of(token);
    Issuer issuer = issuers.get(ClaimRules.issuer(token));
    if (issuer == null) {
      throw new TokenRefused("issuer");
    }
    Signature.check(token, header, key(issuer, header), issuer.algorithm());
    AccessToken verified = issuer.rules().check(token, header, clock.instant().getEpochSecond());
    if (revocations.cover(verified)) {
      throw new TokenRefused("revoked");
    }
    return verified;
  }

  private static PublicKey key(Issuer issuer, TokenHeader header) {
    String keyId = header.keyId();
    if (keyId == null) {
      throw new TokenRefused("no key id");
    }
    return issuer.keys().key(keyId).orElseThrow(() -> new TokenRefused("unknown key"));
  }
}
