package health.lifelong.platform.gate;

import health.lifelong.platform.token.CompactToken;
import health.lifelong.platform.token.TokenRefused;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/**
 * SmallRye JWT asks here who a token is: its own factory knows one key set, one algorithm for all
 * and no rule for type, lifetime or revocation.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class GatePrincipals extends JWTCallerPrincipalFactory {
  private final TrustedIssuers issuers;
  private final RevocationList revocations;

  GatePrincipals(TrustedIssuers issuers, RevocationList revocations) {
    this.issuers = issuers;
    this.revocations = revocations;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
    try {
      return new GatePrincipal(
          issuers.verifier().verify(CompactToken.of(token), revocations.inForce()));
    } catch (TokenRefused refused) {
      throw new ParseException(refused.getMessage());
    }
  }
}
