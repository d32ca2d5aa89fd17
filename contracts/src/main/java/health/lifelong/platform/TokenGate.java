package health.lifelong.platform;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What SmallRye JWT leaves open: token type, lifetime, an issue time in the future, the presence of
 * subject and id, and which key may speak for which role. Signature, algorithm, issuer, audience
 * and expiry are checked before this runs.
 */
@ApplicationScoped
public class TokenGate implements SecurityIdentityAugmentor {
  private static final long SKEW_SECONDS = 30;

  private final long maximumLifetimeSeconds;
  private final Clock clock;

  public TokenGate(
      @ConfigProperty(name = "lifelong.token.maximum-lifetime-seconds", defaultValue = "900")
          long maximumLifetimeSeconds) {
    this.maximumLifetimeSeconds = maximumLifetimeSeconds;
    this.clock = Clock.systemUTC();
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    String refusal = refusal(token);
    if (refusal != null) {
      return Uni.createFrom().failure(new AuthenticationFailedException(refusal));
    }
    return Uni.createFrom().item(identity);
  }

  private @Nullable String refusal(JsonWebToken token) {
    String raw = token.getRawToken();
    Map<String, Object> header = header(raw);
    if (header == null || !"at+jwt".equals(header.get("typ"))) {
      return "not an access token";
    }
    if (token.getSubject() == null || token.getTokenID() == null || token.getClaim("azp") == null) {
      return "sub, jti or azp missing";
    }
    long issued = token.getIssuedAtTime();
    if (issued <= 0 || issued > clock.instant().getEpochSecond() + SKEW_SECONDS) {
      return "issued in the future";
    }
    if (token.getExpirationTime() - issued > maximumLifetimeSeconds) {
      return "lives too long";
    }
    // A service's own key may only speak for that service, or its theft would open every person's
    // record.
    boolean serviceKey = header.get("kid") instanceof String kid && kid.startsWith("service-");
    boolean serviceRole = token.getGroups().contains(Roles.SERVICE);
    if (serviceKey != serviceRole) {
      return "this key may not speak for that role";
    }
    if (serviceKey && !("service-" + token.getSubject()).equals(header.get("kid"))) {
      return "this key may not speak for that service";
    }
    return null;
  }

  private static @Nullable Map<String, Object> header(String raw) {
    try {
      String first = raw.substring(0, raw.indexOf('.'));
      return JsonUtil.parseJson(
          new String(Base64.getUrlDecoder().decode(first), StandardCharsets.UTF_8));
    } catch (JoseException | RuntimeException e) {
      return null;
    }
  }
}
