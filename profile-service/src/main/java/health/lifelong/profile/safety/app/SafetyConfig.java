package health.lifelong.profile.safety.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the watch over critical values. */
@ConfigMapping(prefix = "lifelong.safety")
public interface SafetyConfig {
  /** How often the job looks for open results whose time has come. */
  @WithDefault("1S")
  Duration poll();
}
