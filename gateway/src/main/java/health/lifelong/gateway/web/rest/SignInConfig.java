package health.lifelong.gateway.web.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the web app signs in. */
@ConfigMapping(prefix = "lifelong.sign-in")
public interface SignInConfig {
  /** Exact {@code iss} of the identity provider; what the gate believes unless set otherwise. */
  @WithDefault("${mp.jwt.verify.issuer:}")
  String issuer();

  /** Where its discovery document lies, without the well-known path; the issuer unless set. */
  @WithDefault("${lifelong.sign-in.issuer:${mp.jwt.verify.issuer:}}")
  String authority();

  /** The web app's public client there. */
  @WithDefault("lifelong-web")
  String client();
}
