package health.lifelong.platform.token;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JOSE header of an access token: which key is meant, and nothing that would bring a key along
 * or change how the rest is read.
 *
 * @param type {@code typ}, or null
 * @param keyId {@code kid}, or null where the caller knows the key otherwise
 */
public record TokenHeader(String algorithm, @Nullable String type, @Nullable String keyId) {
  private static final Set<String> FORBIDDEN =
      Set.of("jwk", "jku", "x5u", "x5c", "crit", "zip", "b64", "cty");

  /**
   * Reads a header.
   *
   * @throws TokenRefused if it is no flat object, or has a member that is not taken
   */
  public static TokenHeader of(CompactToken token) {
    Map<String, Object> members = StrictJson.object(token.header(), "header");
    for (Map.Entry<String, Object> member : members.entrySet()) {
      if (FORBIDDEN.contains(member.getKey())) {
        throw new TokenRefused("header member " + member.getKey());
      }
      boolean flat =
          member.getValue() instanceof String
              || member.getValue() instanceof Number
              || member.getValue() instanceof Boolean;
      if (!flat) {
        throw new TokenRefused("header member that is not a plain value");
      }
    }
    String algorithm = text(members, "alg");
    if (algorithm == null) {
      throw new TokenRefused("no alg");
    }
    return new TokenHeader(algorithm, text(members, "typ"), text(members, "kid"));
  }

  private static @Nullable String text(Map<String, Object> members, String name) {
    Object value = members.get(name);
    if (value == null) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    throw new TokenRefused("header member " + name + " is not text");
  }
}
