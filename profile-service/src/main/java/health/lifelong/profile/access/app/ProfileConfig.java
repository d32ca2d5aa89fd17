package health.lifelong.profile.access.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Set;

/** The settings of profile-service itself; a missing one stops the start. */
@ConfigMapping(prefix = "lifelong.profile")
public interface ProfileConfig {
  /** File of the institute-wide key of blind indexes: 32 bytes, raw or as 64 hex digits. */
  Path blindIndexKeyFile();

  /** File of the root key, under which the key store is wrapped: 32 bytes, as above. */
  Path rootKeyFile();

  /** Job identities that may write records. */
  @WithDefault("ingestion-service")
  Set<String> recordWriters();
}
