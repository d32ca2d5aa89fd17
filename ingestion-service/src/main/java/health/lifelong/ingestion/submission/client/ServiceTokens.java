package health.lifelong.ingestion.submission.client;

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
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Mints the short-lived tokens of ingestion's job identity, signed by its own key. */
@ApplicationScoped
public class ServiceTokens {
  private static final String SERVICE = "ingestion-service";
  private static final Duration LIFE = Duration.ofSeconds(300);
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);

  private final Path keyFile;
  private final String issuer;
  private final Clock clock = Clock.systemUTC();
  private @Nullable PrivateKey key;
  private String token = "";
  private Instant expires = Instant.EPOCH;

  public ServiceTokens(
      @ConfigProperty(name = "lifelong.service.key-file") Path keyFile,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
    this.keyFile = keyFile;
    this.issuer = issuer;
  }

  /** A token for calls to profile-service, valid for at least a minute. */
  public synchronized String current() {
    Instant now = clock.instant();
    if (now.isAfter(expires.minus(RENEW_BEFORE))) {
      expires = now.plus(LIFE);
      token =
          Jwt.issuer(issuer)
              .subject(SERVICE)
              .audience("lifelong-profile")
              .groups(Roles.SERVICE)
              .claim("azp", SERVICE)
              .claim("jti", UUID.randomUUID().toString())
              .issuedAt(now)
              .expiresAt(expires)
              .jws()
              .header("typ", "at+jwt")
              .keyId("service-" + SERVICE)
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
      PrivateKey read =
          KeyUtils.decodePrivateKey(Files.readString(keyFile), SignatureAlgorithm.ES256);
      key = read;
      return read;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("the service key file is not readable", e);
    }
  }
}
