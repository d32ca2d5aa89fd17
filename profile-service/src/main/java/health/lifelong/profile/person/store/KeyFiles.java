package health.lifelong.profile.person.store;

import health.lifelong.profile.access.app.ProfileConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key files once at start, and refuses to start without them, with every reason at once.
 */
@Startup
@ApplicationScoped
public class KeyFiles {
  private static final int KEY_BYTES = 32;

  private final byte[] blindIndexKey;
  private final byte[] fieldKey;

  KeyFiles(ProfileConfig config) {
    List<String> problems = new ArrayList<>();
    byte[] blind =
        read(config.blindIndexKeyFile(), "lifelong.profile.blind-index-key-file", problems);
    byte[] field = read(config.fieldKeyFile(), "lifelong.profile.field-key-file", problems);
    if (blind != null && Arrays.equals(blind, field)) {
      problems.add("lifelong.profile.field-key-file: must not hold the blind-index key");
    }
    if (blind == null || field == null || !problems.isEmpty()) {
      throw new IllegalStateException(
          "profile-service does not start: " + String.join("; ", problems));
    }
    this.blindIndexKey = blind;
    this.fieldKey = field;
  }

  private static byte @Nullable [] read(Path file, String setting, List<String> problems) {
    try {
      byte[] content = Files.readAllBytes(file);
      byte[] key = content.length == KEY_BYTES ? content : hex(content);
      if (key.length == KEY_BYTES) {
        return key;
      }
      problems.add(setting + ": needs 32 bytes, raw or as 64 hex digits");
    } catch (IOException e) {
      problems.add(setting + ": the file cannot be read");
    } catch (IllegalArgumentException e) {
      problems.add(setting + ": needs 32 bytes, raw or as 64 hex digits");
    }
    return null;
  }

  private static byte[] hex(byte[] content) {
    return HexFormat.of().parseHex(new String(content, StandardCharsets.US_ASCII).strip());
  }

  byte[] blindIndexKey() {
    return blindIndexKey.clone();
  }

  byte[] fieldKey() {
    return fieldKey.clone();
  }
}
