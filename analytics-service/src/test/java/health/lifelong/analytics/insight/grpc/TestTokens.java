package health.lifelong.analytics.insight.grpc;

import health.lifelong.analytics.insight.TestPack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Makes a signing key for one run of the tests, and tells the service of it and of the pack. */
public class TestTokens implements QuarkusTestResourceLifecycleManager {
  /** Class loaders of the test and of the service do not share statics, but they share this. */
  private static final String KEY_PROPERTY = "lifelong.test.signing-key";

  @Override
  public Map<String, String> start() {
    KeyPair key = key();
    System.setProperty(
        KEY_PROPERTY, Base64.getEncoder().encodeToString(key.getPrivate().getEncoded()));
    try {
      Path file = Files.createTempFile("jwks", ".json");
      PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(key.getPublic());
      jwk.setKeyId("test");
      jwk.setUse("sig");
      jwk.setAlgorithm("ES256");
      Files.writeString(
          file, new JsonWebKeySet(jwk).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
      // The list of revocations is asked for while the service starts: the port is known before.
      String port = Integer.toString(freePort());
      return Map.of(
          "quarkus.http.test-port",
          port,
          "quarkus.grpc.clients.profile.test-port",
          port,
          "mp.jwt.verify.publickey.location",
          file.toUri().toString(),
          "lifelong.pack.path",
          TestPack.korea().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void stop() {}

  /** A token of five minutes. */
  static String token(String subject, String role) {
    return Jwt.claims()
        .issuer("https://lifelong.local")
        .audience("lifelong-gateway")
        .subject(subject)
        .groups(role)
        .claim("azp", "test")
        .claim("jti", UUID.randomUUID().toString())
        .claim("scope", role.equals("clinician") ? "user/*.cruds" : "patient/*.cruds")
        .claim("acr", "2")
        .claim("auth_time", Instant.now().getEpochSecond())
        .issuedAt(Instant.now())
        .expiresAt(Instant.now().plusSeconds(300))
        .jws()
        .keyId("test")
        .header("typ", "at+jwt")
        .algorithm(SignatureAlgorithm.ES256)
        .sign(signingKey());
  }

  private static PrivateKey signingKey() {
    try {
      byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY_PROPERTY, ""));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
