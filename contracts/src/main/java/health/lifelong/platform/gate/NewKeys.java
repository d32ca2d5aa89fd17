package health.lifelong.platform.gate;

import health.lifelong.platform.token.CompactToken;
import health.lifelong.platform.token.TokenRefused;
import health.lifelong.platform.token.TokenVerifier.MissingKey;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Identifies nobody: stands before SmallRye's provider and brings a new key in on a thread that may
 * wait, so that the event loop never waits for an issuer and a change of keys costs no request.
 */
@ApplicationScoped
public class NewKeys implements IdentityProvider<TokenAuthenticationRequest> {
  /** SmallRye's provider has the default priority, one above {@code SYSTEM_FIRST}. */
  private static final int FIRST = SYSTEM_FIRST + 100;

  private final TrustedIssuers issuers;

  NewKeys(TrustedIssuers issuers) {
    this.issuers = issuers;
  }

  @Override
  public int priority() {
    return FIRST;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    Optional<MissingKey> missing = missing(request.getToken().getToken());
    return missing.isEmpty()
        ? Uni.createFrom().nullItem()
        : context.runBlocking(() -> look(missing.get()));
  }

  private Optional<MissingKey> missing(String token) {
    try {
      return issuers.verifier().missingKey(CompactToken.of(token));
    } catch (TokenRefused refused) {
      return Optional.empty();
    }
  }

  private static @Nullable SecurityIdentity look(MissingKey missing) {
    missing.keys().look(missing.keyId());
    return null;
  }
}
