package health.lifelong.analytics.ledger.client;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Mints the short-lived tokens of the recomputing job, signed by a key that may speak for this job
 * alone.
 */
@ApplicationScoped
public class JobTokens {
  private static final String SERVICE = "analytics-service";
  private static final Duration LIFE = Duration.ofSeconds(300);
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);

  private final Optional<Path> keyFile;
  private final String issuer;
  private final Clock clock = Clock.systemUTC();
  private @Nullable PrivateKey key;
  private String token = "";
  private Instant expires = Instant.EPOCH;

  public JobTokens(
      @ConfigProperty(name = "lifelong.service.key-file") Optional<Path> keyFile,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
    this.keyFile = keyFile;
    this.issuer = issuer;
  }

  /** A token of a job for calls to profile-service, valid for at least a minute. */
  public synchronized String current(String job) {
    Instant now = clock.instant();
    if (now.isAfter(expires.minus(RENEW_BEFORE))) {
      expires = now.plus(LIFE);
      token =
          Jwt.issuer(issuer)
              .subject(job)
              .audience("lifelong-profile")
              .groups(Roles.SERVICE)
              .claim("azp", SERVICE)
              .claim("jti", UUID.randomUUID().toString())
              .issuedAt(now)
              .expiresAt(expires)
              .jws()
              .header("typ", "at+jwt")
              .keyId("service-" + job)
              .algorithm(SignatureAlgorithm.ES256)
              .sign(key());
    }
    return token;
  }

  private PrivateKey key() {
    PrivateKey known = key;
    if (known != null) {
      return known;
    }
    try {
      Path file =
          keyFile.orElseThrow(
              () -> new IllegalStateException("lifelong.service.key-file is not set"));
      PrivateKey read = KeyUtils.decodePrivateKey(Files.readString(file), SignatureAlgorithm.ES256);
      key = read;
      return read;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the service key file is not readable", e);
    }
  }
}
