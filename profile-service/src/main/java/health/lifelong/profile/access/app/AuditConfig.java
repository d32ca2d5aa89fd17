package health.lifelong.profile.access.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the audit log; without its key the service does not start. */
@ConfigMapping(prefix = "lifelong.audit")
public interface AuditConfig {
  /** PEM, PKCS #8: the Ed25519 key that signs heads. */
  Path keyFile();

  /** PEM: its public half, and those of keys that signed before. */
  Path publicKeyFile();

  /**
   * File outside the database to which signed heads are copied; best on a volume that the
   * administrator of the database cannot write.
   */
  Optional<Path> headsFile();

  /** How often a head is signed where there is something new. */
  @WithDefault("10S")
  Duration signEvery();
}
