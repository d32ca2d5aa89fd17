package health.lifelong.profile.identity.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of matching. */
@ConfigMapping(prefix = "lifelong.identity")
public interface IdentityConfig {
  /** How often the job looks for persons to compare. */
  @WithDefault("1S")
  Duration poll();

  /**
   * Persons the installation is taken to have at least: the first few of many are not linked as if
   * they were all there will ever be.
   */
  @WithDefault("10000")
  long leastPopulation();
}
