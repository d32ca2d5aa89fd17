package health.lifelong.gateway.kit;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * A token to be signed, good until something of it is changed.
 *
 * @param header the JOSE header but for {@code alg}
 */
public record Token(Map<String, Object> header, Map<String, Object> claims) {

  /** A token as the identity provider gives it: five minutes for one subject in one role. */
  public static Token good(String role, String subject) {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "https://lifelong.local");
    claims.put("aud", List.of("lifelong-gateway"));
    claims.put("sub", subject);
    claims.put("groups", List.of(role));
    claims.put("azp", "app");
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("scope", scope(role));
    claims.put("acr", "2");
    claims.put("auth_time", now);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    return new Token(Map.of("typ", "at+jwt", "kid", TestKeys.KEY_ID), claims);
  }

  private static String scope(String role) {
    return switch (role) {
      case "person" -> "openid patient/*.cruds";
      case "clinician" -> "user/*.cruds";
      case "centre" -> "system/*.cruds";
      default -> "openid";
    };
  }

  /** The same token with another claim. */
  public Token with(String claim, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.put(claim, value);
    return new Token(header, changed);
  }

  /** The same token without a claim. */
  public Token without(String claim) {
    Map<String, Object> changed = new LinkedHashMap<>(claims);
    changed.remove(claim);
    return new Token(header, changed);
  }

  /** The same token under another header field. */
  public Token headed(String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(header);
    changed.put(field, value);
    return new Token(changed, claims);
  }

  /** Issued and ending that many seconds from now. */
  public Token lasting(long from, long to) {
    long now = System.currentTimeMillis() / 1000;
    return with("iat", now + from).with("exp", now + to);
  }

  /** Signed with the key that the gateway trusts. */
  public String signed() {
    return signed(
        TestKeys.signingKey().getEcPrivateKey(),
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  /** Signed with a key that an attacker made, under the trusted key's id. */
  public String forged() {
    return signed(strangersKey().getEcPrivateKey(), "ES256");
  }

  /** Signed with a stranger's key that the token brings along itself. */
  public String withOwnKey() {
    EllipticCurveJsonWebKey stranger = strangersKey();
    return headed("jwk", stranger.toParams(PublicJsonWebKey.OutputControlLevel.PUBLIC_ONLY))
        .signed(stranger.getEcPrivateKey(), "ES256");
  }

  /** Not signed at all, and says so. */
  public String unsigned() {
    Map<String, Object> none = new LinkedHashMap<>(header);
    none.put("alg", "none");
    return part(none) + "." + part(claims) + ".";
  }

  /** An HMAC whose secret is what everybody may know. */
  public String hmac(byte[] secret) {
    return signed(new HmacKey(secret), AlgorithmIdentifiers.HMAC_SHA256);
  }

  /** HMAC over the bytes of the key set. */
  public String hmacOfKeySet() {
    return hmac(TestKeys.jwks().getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC over the encoded public key. */
  public String hmacOfPublicKey() {
    return hmac(TestKeys.signingKey().getECPublicKey().getEncoded());
  }

  /** Another subject under the signature of this token. */
  public String tampered(String subject) {
    String[] parts = signed().split("\\.");
    return parts[0] + "." + part(with("sub", subject).claims) + "." + parts[2];
  }

  private String signed(Key key, String algorithm) {
    JsonWebSignature signature = new JsonWebSignature();
    header.forEach(signature::setHeader);
    signature.setAlgorithmHeaderValue(algorithm);
    signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    signature.setDoKeyValidation(key instanceof PrivateKey);
    signature.setPayload(JsonUtil.toJson(claims));
    signature.setKey(key);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EllipticCurveJsonWebKey strangersKey() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Map<String, Object> json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JsonUtil.toJson(json).getBytes(StandardCharsets.UTF_8));
  }
}
