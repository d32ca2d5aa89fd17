package health.lifelong.platform.gate;

import health.lifelong.platform.Roles;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Mints the short-lived tokens of a service's jobs for calls to profile-service, signed by the
 * service's own key. A callee takes that key for the job whose name the key set gives it, and for
 * nobody else.
 */
@ApplicationScoped
public class JobTokens {
  private static final String CALLEE = "lifelong-profile";
  private static final Duration LIFE = Duration.ofSeconds(300);
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);

  private record Minted(String token, Instant expires) {}

  private final Optional<Path> keyFile;
  private final Optional<String> issuer;
  private final String service;
  private final Clock clock;
  private final Map<String, Minted> minted = new HashMap<>();
  private @Nullable PrivateKey key;

  @jakarta.inject.Inject
  JobTokens(
      @ConfigProperty(name = "lifelong.service.key-file") Optional<Path> keyFile,
      @ConfigProperty(name = "lifelong.service.issuer") Optional<String> issuer,
      @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> provider,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this(keyFile, issuer.or(() -> provider), service, Clock.systemUTC());
  }

  JobTokens(Optional<Path> keyFile, Optional<String> issuer, String service, Clock clock) {
    this.keyFile = keyFile;
    this.issuer = issuer;
    this.service = service;
    this.clock = clock;
  }

  /** A token of that job, valid for at least a minute. */
  public synchronized String current(String job) {
    Instant now = clock.instant();
    Minted known = minted.get(job);
    if (known == null || now.isAfter(known.expires().minus(RENEW_BEFORE))) {
      known = mint(job, now);
      minted.put(job, known);
    }
    return known.token();
  }

  private Minted mint(String job, Instant now) {
    Instant expires = now.plus(LIFE);
    String token =
        Jwt.issuer(issuer.orElseThrow(() -> unset("lifelong.service.issuer")))
            .subject(job)
            .audience(CALLEE)
            .groups(Roles.SERVICE)
            .claim("azp", service)
            .claim("jti", UUID.randomUUID().toString())
            .issuedAt(now)
            .expiresAt(expires)
            .jws()
            .header("typ", "at+jwt")
            .keyId("service-" + job)
            .algorithm(SignatureAlgorithm.ES256)
            .sign(key());
    return new Minted(token, expires);
  }

  private PrivateKey key() {
    PrivateKey known = key;
    if (known == null) {
      Path file = keyFile.orElseThrow(() -> unset("lifelong.service.key-file"));
      try {
        known = KeyUtils.decodePrivateKey(Files.readString(file), SignatureAlgorithm.ES256);
      } catch (IOException | GeneralSecurityException e) {
        throw new IllegalStateException("the service key file is not readable", e);
      }
      key = known;
    }
    return known;
  }

  private static IllegalStateException unset(String setting) {
    return new IllegalStateException(setting + " is not set");
  }
}
