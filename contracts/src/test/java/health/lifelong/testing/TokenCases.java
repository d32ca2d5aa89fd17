package health.lifelong.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Mints the tokens of {@code claim_cases.jsonl}: a good access token of a person, changed as a case
 * says. RS256, keys that live as long as the test run.
 */
public final class TokenCases {
  public static final String ISSUER = "https://realm.test";
  public static final String CENTRE_ISSUER = "https://centre-3.test";
  public static final String AUDIENCE = "lifelong-gateway";
  public static final String PERSON = "7d2f8a52-0c1c-4f6e-9d4e-3c5a6b7c8d9e";
  private static final String PARTNER_ISSUER = "https://partner.test";
  private static final String OMIT = "@OMIT";

  /**
   * One case.
   *
   * @param resource genetic, centre or mobile; empty for any read of the person's own
   */
  public record Case(
      String id,
      Map<String, Object> header,
      Map<String, Object> claims,
      String sign,
      String raw,
      int http,
      String error,
      String resource) {}

  /** What is sent: the Authorization headers, and a query. */
  public record Sent(List<String> authorization, String query) {}

  private TokenCases() {}

  /** Every case of the shared file. */
  public static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    try {
      for (String line :
          Files.readAllLines(SharedData.path("data/hostile/jwt/claim_cases.jsonl"))) {
        if (!line.isBlank()) {
          cases.add(read(JsonUtil.parseJson(line)));
        }
      }
      return cases;
    } catch (IOException | JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Case read(Map<String, Object> line) {
    Map<String, Object> expect = object(line, "expect");
    return new Case(
        text(line, "id"),
        object(line, "header"),
        object(line, "claims"),
        text(line, "sign"),
        text(line, "raw"),
        ((Long) Objects.requireNonNull(expect.get("http"))).intValue(),
        text(expect, "error"),
        text(expect, "resource"));
  }

  private static String text(Map<String, Object> object, String name) {
    return Objects.requireNonNullElse(object.get(name), "").toString();
  }

  private static Map<String, Object> object(Map<String, Object> object, String name) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(object.get(name)))
        .forEach((key, value) -> copy.put(key.toString(), value));
    return copy;
  }

  /** The key set of the realm: its present key and the next one. */
  public static String realmKeys() {
    return jwks("realm", "realm-next");
  }

  /** The key set of another trusted issuer. */
  public static String centreKeys() {
    return jwks("centre-3");
  }

  /** A key set of RSA keys by name. */
  public static String jwks(String... names) {
    List<Map<String, Object>> keys = new ArrayList<>();
    for (String name : names) {
      keys.add(jwk(name));
    }
    return JsonUtil.toJson(Map.of("keys", keys));
  }

  private static Map<String, Object> jwk(String name) {
    RSAPublicKey key = (RSAPublicKey) pair(name).getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("use", "sig");
    jwk.put("alg", "RS256");
    jwk.put("kid", name);
    jwk.put("n", unsigned(key.getModulus()));
    jwk.put("e", unsigned(key.getPublicExponent()));
    return jwk;
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return text64(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }

  /** A good token under one of the keys. */
  public static String good(String key) {
    return sign(Map.of("kid", key), Map.of(), key);
  }

  /** A good token with other claims; null takes one away. */
  public static String good(String key, Map<String, Object> claims) {
    return sign(Map.of("kid", key), claims, key);
  }

  /** What a case sends. */
  public static Sent sent(Case one) {
    String raw = one.raw();
    String[] parts = raw.split(":", 2);
    String token =
        switch (parts[0]) {
          case "duplicate-claim" -> duplicate(parts[1]);
          case "header-depth" -> deep(Integer.parseInt(parts[1]));
          default -> sign(one.header(), one.claims(), one.sign());
        };
    return switch (parts[0]) {
      case "", "duplicate-claim", "header-depth" -> bearer(token);
      case "append" -> bearer(token + parts[1].replace("\\n", "\n").replace("\\t", "\t"));
      case "prefix" -> bearer(parts[1] + token);
      case "swap" ->
          bearer(token.substring(0, token.lastIndexOf('.')) + signatureOf(good("realm-next")));
      case "json-serialization" -> bearer(general(token));
      case "scheme" -> new Sent(List.of(parts[1] + " " + token), "");
      case "query" -> new Sent(List.of(), parts[1] + "=" + token);
      case "two-headers" -> new Sent(List.of("Bearer " + token, "Bearer " + token), "");
      default -> throw new IllegalStateException("the harness does not know " + raw);
    };
  }

  private static Sent bearer(String token) {
    return new Sent(List.of("Bearer " + token), "");
  }

  private static String signatureOf(String token) {
    return token.substring(token.lastIndexOf('.'));
  }

  private static String general(String token) {
    String[] parts = token.split("\\.", -1);
    return JsonUtil.toJson(
        Map.of(
            "payload",
            parts[1],
            "signatures",
            List.of(Map.of("protected", parts[0], "signature", parts[2]))));
  }

  private static String duplicate(String claim) {
    String[] named = claim.split("=", 2);
    String claims = JsonUtil.toJson(claims(Map.of()));
    String twice =
        claims.substring(0, claims.length() - 1) + ",\"%s\":\"%s\"}".formatted(named[0], named[1]);
    return signed(text64(JsonUtil.toJson(header(Map.of()))) + "." + text64(twice), "realm");
  }

  private static String deep(int depth) {
    String nested = "[".repeat(depth) + "]".repeat(depth);
    String header = JsonUtil.toJson(header(Map.of()));
    String deep = header.substring(0, header.length() - 1) + ",\"x\":" + nested + "}";
    return signed(text64(deep) + "." + text64(JsonUtil.toJson(claims(Map.of()))), "realm");
  }

  private static String sign(Map<String, Object> header, Map<String, Object> claims, String key) {
    return signed(
        text64(JsonUtil.toJson(header(header))) + "." + text64(JsonUtil.toJson(claims(claims))),
        key);
  }

  private static Map<String, Object> header(Map<String, Object> changes) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("typ", "at+jwt");
    header.put("kid", "realm");
    return changed(header, changes);
  }

  private static Map<String, Object> claims(Map<String, Object> changes) {
    long now = now();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", List.of(AUDIENCE));
    claims.put("sub", PERSON);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("azp", "app");
    claims.put("groups", List.of("person"));
    claims.put("scope", "openid patient/*.cruds");
    claims.put("acr", "2");
    claims.put("auth_time", now);
    return changed(claims, changes);
  }

  private static Map<String, Object> changed(
      Map<String, Object> good, Map<String, Object> changes) {
    changes.forEach(
        (name, value) -> {
          if (OMIT.equals(value)) {
            good.remove(name);
          } else {
            good.put(name, filled(value));
          }
        });
    return good;
  }

  private static @Nullable Object filled(@Nullable Object value) {
    if (value instanceof String text) {
      return text.startsWith("@now")
          ? at(text)
          : text.equals("@EVIL_PUBLIC_JWK") ? jwk("evil") : words(text);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> filled = new ArrayList<>();
      list.forEach(one -> filled.add(filled(one)));
      return filled;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> filled = new HashMap<>();
      map.forEach((name, one) -> filled.put(words(name.toString()), filled(one)));
      return filled;
    }
    return value;
  }

  private static long at(String text) {
    String offset = text.substring("@now".length());
    return now() + (offset.isEmpty() ? 0 : Long.parseLong(offset));
  }

  private static String words(String text) {
    return text.replace("@PARTNER_ISS", PARTNER_ISSUER)
        .replace("@ISS", ISSUER)
        .replace("@API", AUDIENCE)
        .replace("@NEXT_KEY", "realm-next")
        .replace("@CENTRE_KEY", "centre-3")
        .replace("@OTHER_PERSON", "0c000000-0000-4000-8000-000000000001")
        .replace("@OTHER_CERT", text64(new byte[32]))
        .replace("@OTHER_KEY", text64(new byte[32]));
  }

  private static String signed(String input, String how) {
    try {
      return input + "." + signature(input.getBytes(StandardCharsets.US_ASCII), how);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(byte[] input, String how) throws GeneralSecurityException {
    String[] parts = how.split(":", 2);
    return switch (parts[0]) {
      case "empty" -> "";
      case "hmac" -> text64(hmac(input, parts[1]));
      case "jwe-with-public-key" ->
          text64(new byte[12]) + "." + text64(input) + "." + text64(new byte[16]);
      default -> text64(rsa(input, parts[0], parts.length == 1 ? "RS256" : parts[1]));
    };
  }

  private static byte[] hmac(byte[] input, String secret) throws GeneralSecurityException {
    byte[] der = pair("realm").getPublic().getEncoded();
    byte[] pem =
        ("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] key =
        switch (secret) {
          case "public-key-der" -> der;
          case "public-key-pem" -> pem;
          default -> secret.getBytes(StandardCharsets.UTF_8);
        };
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(input);
  }

  private static byte[] rsa(byte[] input, String key, String algorithm)
      throws GeneralSecurityException {
    Signature signer = Signature.getInstance("SHA" + algorithm.substring(2) + "withRSA");
    signer.initSign(pair(key).getPrivate());
    signer.update(input);
    return signer.sign();
  }

  /**
   * System properties carry the keys: the class loaders of a test and of the service it tests share
   * nothing else.
   */
  private static synchronized KeyPair pair(String name) {
    String property = "lifelong.test.rsa." + name;
    try {
      String known = System.getProperty(property);
      if (known == null) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair made = generator.generateKeyPair();
        System.setProperty(
            property,
            Base64.getEncoder().encodeToString(made.getPublic().getEncoded())
                + " "
                + Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()));
        return made;
      }
      String[] halves = known.split(" ", 2);
      KeyFactory factory = KeyFactory.getInstance("RSA");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(halves[0]))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[1]))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String text64(String text) {
    return text64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static long now() {
    return System.currentTimeMillis() / 1000;
  }
}
