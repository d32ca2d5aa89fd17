package health.lifelong.ingestion.kit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * Keys of one run, an empty spool, a door of MLLP for seoul. No service runs behind: what is
 * accepted waits.
 */
public class IngestionResource implements QuarkusTestResourceLifecycleManager {
  static final String KEY_ID = "test-users";

  /** Class loaders of the test and of the service do not share statics, but they share these. */
  private static final String PRIVATE = "lifelong.test.signing-key";

  private static final String MLLP = "lifelong.test.mllp";
  private static final String SPOOL = "lifelong.test.spool";

  /** Nothing listens on the port of tcpmux. */
  private static final String CLOSED = "1";

  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0)) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair pair = generator.generateKeyPair();
      EllipticCurveJsonWebKey key = new EllipticCurveJsonWebKey((ECPublicKey) pair.getPublic());
      key.setKeyId(KEY_ID);
      key.setUse("sig");
      key.setAlgorithm("ES256");
      Path folder = Files.createTempDirectory("ingestion-test");
      Path jwks =
          Files.writeString(
              folder.resolve("jwks.json"),
              new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
      String encoded = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
      Path service =
          Files.writeString(
              folder.resolve("service.pem"),
              "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
      System.setProperty(PRIVATE, encoded);
      System.setProperty(MLLP, Integer.toString(free.getLocalPort()));
      System.setProperty(SPOOL, folder.resolve("spool").toString());
      Map<String, String> settings =
          settings(jwks, service, folder.resolve("spool"), free.getLocalPort());
      byte[] root = new byte[32];
      new SecureRandom().nextBytes(root);
      Path rootKey =
          Files.writeString(folder.resolve("root.key"), HexFormat.of().formatHex(root) + "\n");
      Path pack = Files.createDirectory(folder.resolve("pack"));
      Files.writeString(
          pack.resolve("retention.csv"), "category,basis,years,days,source\nRAW,use,,90,test\n");
      settings.put("lifelong.receipts.root-key-file", rootKey.toString());
      settings.put("lifelong.pack.path", pack.toString());
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> settings(Path jwks, Path service, Path spool, int mllp) {
    Map<String, String> settings = new HashMap<>();
    settings.put("mp.jwt.verify.publickey.location", jwks.toUri().toString());
    settings.put("lifelong.service.key-file", service.toString());
    settings.put("lifelong.spool.path", spool.toString());
    settings.put("lifelong.mllp.plain.seoul", "127.0.0.1:" + mllp);
    settings.put("quarkus.http.test-port", "0");
    settings.put("quarkus.management.test-port", "0");
    settings.put("quarkus.grpc.clients.profile.test-port", CLOSED);
    return settings;
  }

  @Override
  public void stop() {}

  static byte[] signingKey() {
    return Base64.getDecoder().decode(System.getProperty(PRIVATE, ""));
  }

  /** Where the MLLP door of seoul listens. */
  public static int mllpPort() {
    return Integer.parseInt(System.getProperty(MLLP, "0"));
  }

  /** Where bodies are staged. */
  public static Path spool() {
    return Path.of(System.getProperty(SPOOL, ""));
  }
}
