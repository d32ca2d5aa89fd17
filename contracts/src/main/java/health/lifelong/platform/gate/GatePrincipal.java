package health.lifelong.platform.gate;

import health.lifelong.platform.token.AccessToken;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/** The caller of a verified token, as SmallRye JWT hands it to the application. */
public final class GatePrincipal extends DefaultJWTCallerPrincipal {
  private static final String NOBODY = "account:";

  private final AccessToken token;
  private final AccessToken account;
  private final boolean linked;

  GatePrincipal(AccessToken token) {
    this(token, token, true);
  }

  private GatePrincipal(AccessToken token, AccessToken account, boolean linked) {
    super(token.text(), "JWT", claims(token));
    this.token = token;
    this.account = account;
    this.linked = linked;
  }

  /** This caller once its account is known to speak for {@code person}, or for nobody if null. */
  GatePrincipal speakingFor(@Nullable String person) {
    // Not the account's own subject: a provider may name it like a person.
    String subject = person == null ? NOBODY + account.subject() : person;
    return new GatePrincipal(account.speakingFor(subject), account, person != null);
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

  /** The token; its subject is the person it speaks for. */
  public AccessToken token() {
    return token;
  }

  /** The token as the provider made it; its subject is the account. */
  public AccessToken account() {
    return account;
  }

  /** False for an account that speaks for no person yet. */
  public boolean isLinked() {
    return linked;
  }
}
