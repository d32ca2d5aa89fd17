package health.lifelong.profile.keys.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the keys. */
@ConfigMapping(prefix = "lifelong.keys")
public interface KeysConfig {
  /** How often the rotation looks for work. */
  @WithDefault("30S")
  Duration poll();
}
