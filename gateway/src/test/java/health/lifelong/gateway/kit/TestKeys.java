package health.lifelong.gateway.kit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes a signing key for one run, tells the gateway of its public half, and leaves no backend. */
public class TestKeys implements QuarkusTestResourceLifecycleManager {
  static final String KEY_ID = "test-users";

  /** Class loaders of the test and of the gateway do not share statics, but they share these. */
  private static final String PRIVATE = "lifelong.test.signing-key";

  private static final String PUBLIC = "lifelong.test.jwks";

  /** Nothing listens on the port of tcpmux. */
  private static final String CLOSED = "1";

  @Override
  public Map<String, String> start() {
    try {
      EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(KEY_ID);
      key.setUse("sig");
      key.setAlgorithm("ES256");
      String jwks = new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
      Path file = Files.createTempFile("jwks", ".json");
      file.toFile().deleteOnExit();
      Files.writeString(file, jwks);
      System.setProperty(PRIVATE, key.toJson(OutputControlLevel.INCLUDE_PRIVATE));
      System.setProperty(PUBLIC, jwks);
      return Map.of(
          "mp.jwt.verify.publickey.location",
          file.toUri().toString(),
          "quarkus.http.test-port",
          "0",
          "quarkus.management.test-port",
          "0",
          "quarkus.grpc.clients.profile.test-port",
          CLOSED,
          "quarkus.grpc.clients.ingestion.test-port",
          CLOSED,
          "quarkus.grpc.clients.analytics.test-port",
          CLOSED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {}

  /** The key that the gateway trusts. */
  static EllipticCurveJsonWebKey signingKey() {
    try {
      return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(System.getProperty(PRIVATE, ""));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The key set as the gateway reads it: what everybody may know. */
  static String jwks() {
    return System.getProperty(PUBLIC, "");
  }
}
