package health.lifelong.profile.person.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Key files of profile-service; each holds 32 bytes, raw or as 64 hex digits. */
@ConfigMapping(prefix = "lifelong.profile")
public interface KeyConfig {
  /** The institute-wide key of blind indexes. */
  Path blindIndexKeyFile();

  /** The key of encrypted fields. */
  Path fieldKeyFile();
}
