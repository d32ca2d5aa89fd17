package health.lifelong.platform.gate;

import health.lifelong.platform.token.AccessToken;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;

/** The caller of a verified token, as SmallRye JWT hands it to the application. */
public final class GatePrincipal extends DefaultJWTCallerPrincipal {
  private final AccessToken token;

  GatePrincipal(AccessToken token) {
    super(token.text(), "JWT", claims(token));
    this.token = token;
  }

  private static JwtClaims claims(AccessToken token) {
    JwtClaims claims = new JwtClaims();
    for (Map.Entry<String, Object> claim : token.claims().entrySet()) {
      claims.setClaim(claim.getKey(), claim.getValue());
    }
    claims.setStringListClaim(Claims.groups.name(), token.groups());
    claims.setClaim(Claims.raw_token.name(), token.text());
    return claims;
  }

  /** The token. */
  public AccessToken token() {
    return token;
  }
}
