package health.lifelong.ingestion.submission.mllp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Where the MLLP doors listen, and their limits. */
@ConfigMapping(prefix = "lifelong.mllp")
public interface MllpConfig {

  /**
   * "host:port" by centre, over mutual TLS ({@code quarkus.tls.centres}). The listener names the
   * centre, and the client certificate must be of the same.
   */
  Map<String, String> listeners();

  /** "host:port" by centre, without TLS: on a developer's own machine only. */
  Map<String, String> plain();

  /** How long a connection may take to say who it is. */
  @WithDefault("10s")
  Duration handshake();

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
