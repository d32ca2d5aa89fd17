package health.lifelong.profile.kit;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tokens of every role, signed by keys that live as long as the test run. */
public final class Tokens {
  static final String ISSUER = "https://identity.test";

  /** An identity provider whose subjects are accounts and no persons. */
  public static final String ACCOUNTS = "https://accounts.test";

  static final String AUDIENCE = "lifelong-profile";
  private static final String PEOPLE = "people-1";

  // System properties carry the keys: the test resource and the tests are loaded by different class
  // loaders.
  private static final KeyPair PEOPLE_KEY = key("people");
  private static final KeyPair INGESTION_KEY = key("ingestion");
  private static final KeyPair ANALYTICS_KEY = key("analytics");

  private Tokens() {}

  private static synchronized KeyPair key(String name) {
    String property = "profile.test.key." + name;
    try {
      String known = System.getProperty(property);
      return known == null ? newKey(property) : read(known);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKey(String property) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    System.setProperty(
        property,
        base64.encodeToString(pair.getPublic().getEncoded())
            + " "
            + base64.encodeToString(pair.getPrivate().getEncoded()));
    return pair;
  }

  private static KeyPair read(String known) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("EC");
    String[] halves = known.split(" ", -1);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
  }

  static String jwks() {
    return "{\"keys\":[%s,%s,%s]}"
        .formatted(
            jwk(PEOPLE_KEY, PEOPLE),
            jwk(INGESTION_KEY, "service-ingestion-service"),
            jwk(ANALYTICS_KEY, "service-analytics-service"));
  }

  private static String jwk(KeyPair pair, String kid) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
        .formatted(kid, coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY()));
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }

  public static String person(String personId) {
    return token("person", personId, Map.of(), PEOPLE_KEY, PEOPLE);
  }

  public static String clinician(String subject, String centre) {
    return token("clinician", subject, Map.of("centre", centre), PEOPLE_KEY, PEOPLE);
  }

  /** A clinician who signed in so many minutes ago, with that strength. */
  public static String clinician(String subject, String centre, String acr, int minutesAgo) {
    long signedIn = Instant.now().minus(Duration.ofMinutes(minutesAgo)).getEpochSecond();
    return token(
        "clinician",
        subject,
        Map.of("centre", centre, "acr", acr, "auth_time", signedIn, "name", "이수진"),
        PEOPLE_KEY,
        PEOPLE);
  }

  public static String operator(String subject) {
    return token("operator", subject, Map.of(), PEOPLE_KEY, PEOPLE);
  }

  public static String centre(String centre) {
    return token("centre", "lis-" + centre, Map.of("centre", centre), PEOPLE_KEY, PEOPLE);
  }

  public static String operator() {
    return token("operator", "op-1", Map.of(), PEOPLE_KEY, PEOPLE);
  }

  public static String ingestion() {
    return token(
        "service", "ingestion-service", Map.of(), INGESTION_KEY, "service-ingestion-service");
  }

  public static String analytics() {
    return token(
        "service", "analytics-service", Map.of(), ANALYTICS_KEY, "service-analytics-service");
  }

  /** A person's token with other claims than a good one. */
  public static String person(String personId, Map<String, Object> claims) {
    return token("person", personId, claims, PEOPLE_KEY, PEOPLE);
  }

  /** An account that signed in at the identity provider, with other claims than a good one. */
  public static String account(String subject, Map<String, Object> claims) {
    Map<String, Object> all = new HashMap<>(claims);
    all.put("iss", ACCOUNTS);
    return token("person", subject, all, PEOPLE_KEY, PEOPLE);
  }

  /** Somebody who acts for a person. */
  public static String proxy(String personId) {
    return token("proxy", personId, Map.of("act", Map.of("sub", "guardian-1")), PEOPLE_KEY, PEOPLE);
  }

  public static String researcher() {
    return token("researcher", "r-1", Map.of(), PEOPLE_KEY, PEOPLE);
  }

  /** A service's role under the key of people: must be refused. */
  public static String forgedService() {
    return token("service", "ingestion-service", Map.of(), PEOPLE_KEY, PEOPLE);
  }

  private static String scope(String role) {
    return switch (role) {
      case "person", "proxy" -> "openid patient/*.cruds";
      case "clinician" -> "user/*.cruds";
      case "centre" -> "system/*.cruds";
      default -> "openid";
    };
  }

  private static String token(
      String role, String subject, Map<String, ?> claims, KeyPair key, String kid) {
    var builder =
        Jwt.issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(subject)
            .groups(Set.of(role))
            .claim("azp", "test")
            .claim("jti", UUID.randomUUID().toString())
            .claim("scope", scope(role))
            .claim("acr", "2")
            .claim("auth_time", Instant.now().getEpochSecond())
            .expiresIn(Duration.ofMinutes(5));
    claims.forEach(builder::claim);
    return builder
        .jws()
        .header("typ", "at+jwt")
        .keyId(kid)
        .algorithm(SignatureAlgorithm.ES256)
        .sign(key.getPrivate());
  }
}
