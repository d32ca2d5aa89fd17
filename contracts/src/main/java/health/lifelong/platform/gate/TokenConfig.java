package health.lifelong.platform.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Settings of the token gate. The installation's identity provider stands in the {@code
 * mp.jwt.verify.*} settings; further issuers stand here.
 */
@ConfigMapping(prefix = "lifelong.token")
public interface TokenConfig {
  /** Most seconds between {@code iat} and {@code exp}; never over 900. */
  @WithDefault("300")
  long maximumLifetimeSeconds();

  /** How often the keys of every issuer are read anew without being asked. */
  @WithDefault("5M")
  Duration keysReload();

  /** How often the list of revocations is read. */
  @WithDefault("2S")
  Duration revocationsReload();

  /**
   * Issuers whose subjects are person ids; of all others a person's subject is an account that is
   * linked to a person. The local issuer, which no installation trusts.
   */
  @WithDefault("https://lifelong.local")
  Set<String> personIssuers();

  /** Issuers beside the identity provider, such as the one of the jobs. */
  Map<String, Issuer> issuers();

  /** One more issuer. */
  interface Issuer {
    /** Exact {@code iss}. */
    String issuer();

    /** URL of its JWKS, {@code file:} or {@code https:}. */
    String keys();

    /** The one algorithm of its tokens. */
    @WithDefault("ES256")
    String algorithm();
  }
}
