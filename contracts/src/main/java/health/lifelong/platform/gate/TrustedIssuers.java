package health.lifelong.platform.gate;

import health.lifelong.platform.token.ClaimRules;
import health.lifelong.platform.token.KeyRing;
import health.lifelong.platform.token.TokenVerifier;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The issuers of the configuration, with their keys kept fresh. Keys that cannot be read at start
 * are looked for again with the first token: an identity provider may start after us.
 */
@ApplicationScoped
public class TrustedIssuers {
  private static final Logger LOG = Logger.getLogger(TrustedIssuers.class);

  private final Map<String, TokenVerifier.Issuer> issuers = new HashMap<>();
  private final TokenVerifier verifier;
  private final TokenConfig config;

  TrustedIssuers(
      TokenConfig config,
      @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
      @ConfigProperty(name = "mp.jwt.verify.publickey.algorithm", defaultValue = "ES256")
          String algorithm,
      @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<List<String>> audiences) {
    this.config = config;
    Set<String> ours = Set.copyOf(audiences.orElse(List.of()));
    if (issuer.isPresent() && keys.isPresent()) {
      trust(issuer.get(), keys.get(), algorithm, ours);
    }
    config
        .issuers()
        .values()
        .forEach(one -> trust(one.issuer(), one.keys(), one.algorithm(), ours));
    this.verifier = new TokenVerifier(issuers, Clock.systemUTC());
  }

  private void trust(String issuer, String keys, String algorithm, Set<String> audiences) {
    KeyRing ring =
        new KeyRing(
            algorithm,
            new PublishedKeys(keys),
            // An operator's alarm rests on this line: it names the issuer and never a key.
            problem -> LOG.errorf("keys of issuer %s: %s", issuer, problem),
            Clock.systemUTC());
    issuers.put(
        issuer,
        new TokenVerifier.Issuer(
            algorithm, ring, new ClaimRules(issuer, audiences, config.maximumLifetimeSeconds())));
  }

  void start(@Observes @Priority(100) StartupEvent event, Vertx vertx) {
    reload();
    vertx.setPeriodic(
        config.keysReload().toMillis(), timer -> vertx.executeBlocking(this::reload, false));
  }

  private Void reload() {
    keys().forEach(KeyRing::reload);
    return null;
  }

  private Collection<KeyRing> keys() {
    return issuers.values().stream().map(TokenVerifier.Issuer::keys).toList();
  }

  /** Ids of every key that is known now. */
  public Set<String> keyIds() {
    return keys().stream().flatMap(ring -> ring.ids().stream()).collect(Collectors.toSet());
  }

  /** The verifier of these issuers' tokens. */
  public TokenVerifier verifier() {
    return verifier;
  }
}
