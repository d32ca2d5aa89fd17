package health.lifelong.ingestion.submission.mllp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Where the MLLP doors listen, and their limits. */
@ConfigMapping(prefix = "lifelong.mllp")
public interface MllpConfig {

  /**
   * "host:port" by centre. The listener names the centre, so a port is reachable for that centre
   * only (network policy).
   */
  Map<String, String> listeners();

  /** How long a connection may be silent between messages. */
  @WithDefault("15m")
  Duration idle();

  /** How long a frame may take from its first byte to its end. */
  @WithDefault("30s")
  Duration frame();

  /** Connections of one centre at a time. */
  @WithDefault("64")
  int connections();
}
