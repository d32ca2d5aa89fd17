package health.lifelong.profile.release.store;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the region pack lies. */
@ConfigMapping(prefix = "lifelong.pack")
public interface PackConfig {
  /** Folder with {@code release-rules.csv}, {@code critical-values.csv} and {@code on-call.csv}. */
  Path path();
}
