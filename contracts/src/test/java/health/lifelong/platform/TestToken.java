package health.lifelong.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** A token as the verifier would hand it on, written down by hand. */
final class TestToken implements JsonWebToken {
  private final String header;
  private final Map<String, Object> claims;

  private TestToken(String header, Map<String, Object> claims) {
    this.header = header;
    this.claims = claims;
  }

  /** A token that every guard lets pass, for a person. */
  static TestToken person() {
    long now = System.currentTimeMillis() / 1000;
    Map<String, Object> claims = new HashMap<>();
    claims.put("sub", "p-1");
    claims.put("jti", "t-1");
    claims.put("azp", "app");
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("groups", Set.of(Roles.PERSON));
    return new TestToken("{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"users\"}", claims);
  }

  /** A token that every guard lets pass, for a service. */
  static TestToken service(String service) {
    return person()
        .with("sub", service)
        .with("groups", Set.of(Roles.SERVICE))
        .headed("{\"typ\":\"at+jwt\",\"kid\":\"service-%s\"}".formatted(service));
  }

  /** The same token with one claim changed; null takes it away. */
  TestToken with(String claim, @Nullable Object value) {
    Map<String, Object> changed = new HashMap<>(claims);
    if (value == null) {
      changed.remove(claim);
    } else {
      changed.put(claim, value);
    }
    return new TestToken(header, changed);
  }

  /** The same token under another header. */
  TestToken headed(String json) {
    return new TestToken(json, claims);
  }

  @Override
  public String getRawToken() {
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.getBytes(StandardCharsets.UTF_8))
        + ".e30.c2ln";
  }

  @Override
  public String getName() {
    return "p-1";
  }

  @Override
  public Set<String> getClaimNames() {
    return claims.keySet();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T getClaim(String name) {
    if (name.equals(Claims.raw_token.name())) {
      return (T) getRawToken();
    }
    return (T) claims.get(name);
  }
}
