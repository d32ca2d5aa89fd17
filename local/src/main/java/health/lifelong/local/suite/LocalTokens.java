package health.lifelong.local.suite;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Mints short-lived tokens with the local key, in place of an identity provider. Local runs only.
 */
public final class LocalTokens {
  public static final String ISSUER = "https://lifelong.local";
  public static final List<String> ROLES =
      List.of("person", "proxy", "centre", "clinician", "researcher", "operator");

  /** The strength of a sign-in with two factors. */
  public static final String TWO_FACTORS = "2";

  static final Duration LIFE = Duration.ofSeconds(300);

  private final PrivateKey key;

  public LocalTokens(LocalKeys keys) {
    this.key = privateKey(LocalKeys.read(keys.signingKey()));
  }

  /** A token for a person who signed in with two factors: the subject is the person's id. */
  public String person(String personId) {
    return token("person", personId, null, TWO_FACTORS);
  }

  /** A token for a centre: the subject is the centre's code. */
  public String centre(String centre) {
    return token("centre", centre, null, null);
  }

  /** A token of any role. */
  public String token(String role, String subject, @Nullable String scope, @Nullable String acr) {
    if (!ROLES.contains(role)) {
      throw new Failure("a role is one of " + String.join(", ", ROLES) + ", not " + role);
    }
    JwtClaims claims = new JwtClaims();
    NumericDate now = NumericDate.now();
    claims.setIssuer(ISSUER);
    claims.setSubject(subject);
    claims.setAudience(
        role.equals("centre")
            ? List.of("lifelong-ingestion", "lifelong-gateway")
            : List.of("lifelong-gateway"));
    claims.setIssuedAt(now);
    claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFE.toSeconds()));
    claims.setJwtId(UUID.randomUUID().toString());
    claims.setStringListClaim("groups", role);
    claims.setStringClaim("azp", "lifelong-local");
    if (role.equals("centre")) {
      claims.setStringClaim("centre", subject);
    }
    if (role.equals("proxy")) {
      claims.setClaim("act", Map.of("sub", "local-proxy"));
    }
    claims.setStringClaim("scope", scope == null ? widest(role) : scope);
    claims.setStringClaim("acr", acr == null ? "1" : acr);
    claims.setClaim("auth_time", now.getValue());
    return signed(claims, "at+jwt");
  }

  /** What a client is told of who signed in: an ID token, which opens no door. */
  String identity(String personId, String client, String nonce) {
    JwtClaims claims = new JwtClaims();
    NumericDate now = NumericDate.now();
    claims.setIssuer(ISSUER);
    claims.setSubject(personId);
    claims.setAudience(client);
    claims.setIssuedAt(now);
    claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFE.toSeconds()));
    claims.setClaim("auth_time", now.getValue());
    claims.setStringClaim("acr", TWO_FACTORS);
    if (!nonce.isEmpty()) {
      claims.setStringClaim("nonce", nonce);
    }
    return signed(claims, "JWT");
  }

  private String signed(JwtClaims claims, String type) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key);
    signature.setKeyIdHeaderValue(LocalKeys.USERS);
    signature.setHeader("typ", type);
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new Failure("the local key cannot sign: " + e.getMessage(), e);
    }
  }

  /** What a provider would grant that role at most. */
  private static String widest(String role) {
    return switch (role) {
      case "person" -> "openid fhirUser patient/*.cruds";
      case "proxy" -> "patient/Observation.rs";
      case "clinician" -> "user/*.cruds";
      case "centre" -> "system/*.cruds";
      default -> "openid";
    };
  }

  private static PrivateKey privateKey(String pem) {
    String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (GeneralSecurityException e) {
      throw new Failure("the local signing key is not readable", e);
    }
  }
}
