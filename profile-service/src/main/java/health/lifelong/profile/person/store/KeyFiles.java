package health.lifelong.profile.person.store;

import health.lifelong.platform.sealing.RootKeyFile;
import health.lifelong.profile.access.app.ProfileConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key files once at start, and refuses to start without them, with every reason at once.
 */
@Startup
@ApplicationScoped
public class KeyFiles {
  private final byte[] blindIndexKey;

  KeyFiles(ProfileConfig config) {
    List<String> problems = new ArrayList<>();
    byte[] blind =
        read(config.blindIndexKeyFile(), "lifelong.profile.blind-index-key-file", problems);
    byte[] root = read(config.rootKeyFile(), "lifelong.profile.root-key-file", problems);
    if (blind != null && Arrays.equals(blind, root)) {
      problems.add("lifelong.profile.root-key-file: must not hold the blind-index key");
    }
    if (blind == null || !problems.isEmpty()) {
      throw new IllegalStateException(
          "profile-service does not start: " + String.join("; ", problems));
    }
    this.blindIndexKey = blind;
  }

  private static byte @Nullable [] read(Path file, String setting, List<String> problems) {
    try {
      return RootKeyFile.bytes(file);
    } catch (IllegalStateException e) {
      problems.add(setting + ": " + e.getMessage());
      return null;
    }
  }

  byte[] blindIndexKey() {
    return blindIndexKey.clone();
  }
}
