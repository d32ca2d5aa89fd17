package health.lifelong.ingestion.submission.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** The centres and how they are known at the doors. */
@ConfigMapping(prefix = "lifelong.centres")
public interface CentresConfig {

  /** By centre, the DNS name in the subject alternative names of its client certificates. */
  Map<String, String> names();

  /**
   * Whether a centre's token is taken only over a connection with the centre's certificate; off on
   * a developer's own machine only.
   */
  @WithDefault("true")
  boolean certificateRequired();
}
