package health.lifelong.profile.breakglass.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of break-glass. */
@ConfigMapping(prefix = "lifelong.break-glass")
public interface GlassConfig {
  /** How often the job looks for notices that are due. */
  @WithDefault("1S")
  Duration poll();

  /** Subjects of operators who are privacy officers; without one nobody can review or hold. */
  Optional<Set<String>> privacyOfficers();
}
