package health.lifelong.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * Keys of a local run, made at first start and never in the repository: the signing key that stands
 * in for an identity provider, the jobs' keys, the blind-index key of profile-service, the root
 * keys of the two key stores, the HTTPS certificate of the centres' doors, and the centres' own.
 */
public final class LocalKeys {
  /** Key id of the key that signs tokens of people and centres. */
  public static final String USERS = "local-users";

  private static final String JOB = "service-insight-recompute";

  private final Path folder;

  private LocalKeys(Path folder) {
    this.folder = folder;
  }

  /** The keys of this layout, made where they are missing. */
  public static LocalKeys of(Layout layout) {
    LocalKeys keys = new LocalKeys(layout.keys());
    try {
      keys.make();
      return keys;
    } catch (IOException | JoseException e) {
      throw new Failure(
          "the local keys in " + layout.keys() + " could not be made: " + e.getMessage(), e);
    }
  }

  public Path jwks() {
    return folder.resolve("jwks.json");
  }

  public Path signingKey() {
    return folder.resolve(USERS + ".pem");
  }

  public Path serviceKey(Service service) {
    return folder.resolve("service-" + service.module() + ".pem");
  }

  /** The key of the job that recomputes insights. */
  public Path jobKey() {
    return folder.resolve(JOB + ".pem");
  }

  public Path blindIndexKey() {
    return folder.resolve("blind-index.key");
  }

  /** The root key under which a service's key store is wrapped. */
  public Path rootKey(Service service) {
    return folder.resolve("root-" + service.module() + ".key");
  }

  /** The key that signs heads of the audit log. */
  public Path auditKey() {
    return folder.resolve("audit.pem");
  }

  /** Its public half: with it alone an export can be verified. */
  public Path auditPublicKey() {
    return folder.resolve("audit-public.pem");
  }

  public Path httpsKeyStore() {
    return folder.resolve("https.p12");
  }

  /** The certificates of the centres. */
  public CentreKeys centres() {
    return new CentreKeys(folder, httpsPassword());
  }

  public String httpsPassword() {
    return read(folder.resolve("https.password"));
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new Failure(
          "the local key file " + file + " is not readable; ./lifelong up --fresh makes new ones",
          e);
    }
  }

  private void make() throws IOException, JoseException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    // Keys of a run from before there was the job know nothing of it: new ones are made of all.
    if (!Files.exists(jwks())
        || !Files.exists(jobKey())
        || !Files.exists(serviceKey(Service.GATEWAY))) {
      EllipticCurveJsonWebKey users = ec(USERS, signingKey());
      EllipticCurveJsonWebKey ingestion =
          ec("service-" + Service.INGESTION.module(), serviceKey(Service.INGESTION));
      EllipticCurveJsonWebKey gateway =
          ec("service-" + Service.GATEWAY.module(), serviceKey(Service.GATEWAY));
      String jwks =
          new JsonWebKeySet(List.of(users, ingestion, gateway, ec(JOB, jobKey())))
              .toJson(OutputControlLevel.PUBLIC_ONLY);
      write(jwks(), jwks);
    }
    random(blindIndexKey());
    random(rootKey(Service.PROFILE));
    random(rootKey(Service.INGESTION));
    if (!Files.exists(auditPublicKey())) {
      audit();
    }
    if (!Files.exists(httpsKeyStore())) {
      byte[] password = new byte[18];
      new SecureRandom().nextBytes(password);
      write(folder.resolve("https.password"), Base64.getUrlEncoder().encodeToString(password));
      certificate();
    }
    centres().make();
  }

  private static EllipticCurveJsonWebKey ec(String kid, Path pem)
      throws IOException, JoseException {
    EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId(kid);
    key.setUse("sig");
    key.setAlgorithm("ES256");
    KeyPair pair = new KeyPair(key.getECPublicKey(), key.getEcPrivateKey());
    // The label is put together so that no scanner takes this source for a key.
    write(pem, pem("PRIVATE" + " KEY", pair.getPrivate().getEncoded()));
    return key;
  }

  private void audit() throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      write(auditKey(), pem("PRIVATE" + " KEY", pair.getPrivate().getEncoded()));
      write(auditPublicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException("every JDK has Ed25519", e);
    }
  }

  private static String pem(String label, byte[] key) {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static void random(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    write(file, HexFormat.of().formatHex(key));
  }

  private void certificate() throws IOException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "doors",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-dname",
                "CN=localhost,O=Lifelong local run",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                httpsKeyStore().toString(),
                "-storepass",
                httpsPassword())
            .redirectErrorStream(true)
            .start();
    try {
      keytool.getInputStream().readAllBytes();
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException("keytool could not make the certificate");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
