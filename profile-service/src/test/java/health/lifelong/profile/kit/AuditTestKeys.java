package health.lifelong.profile.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;

/** The key of a test run's audit log. */
public final class AuditTestKeys {
  /** System property with the path of the public key: tests are loaded by another class loader. */
  public static final String PUBLIC = "profile.test.audit-public-key";

  private AuditTestKeys() {}

  static Map<String, String> settings(Path folder) throws IOException {
    Path open = folder.resolve("audit-public.pem");
    Path secret = folder.resolve("audit.pem");
    write(secret, open);
    System.setProperty(PUBLIC, open.toString());
    return Map.of(
        "lifelong.audit.key-file",
        secret.toString(),
        "lifelong.audit.public-key-file",
        open.toString(),
        "lifelong.audit.heads-file",
        folder.resolve("heads.log").toString(),
        "lifelong.audit.sign-every",
        "1H");
  }

  private static void write(Path secret, Path open) throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Files.writeString(secret, pem("PRIVATE" + " KEY", pair.getPrivate().getEncoded()));
      Files.writeString(open, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] key) {
    String body = Base64.getEncoder().encodeToString(key);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
