package health.lifelong.profile.account.grpc;

import health.lifelong.platform.gate.GatePrincipal;
import health.lifelong.profile.account.app.VerifiedIdentity;
import health.lifelong.profile.person.domain.Identifier;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keycloak's way: a claim of the token holds the member number that the provider has checked
 * against an identity document. Unset, nothing is verified.
 */
@ApplicationScoped
public class ClaimedIdentity implements VerifiedIdentity {
  private static final String MEMBER_NUMBER = "MB";

  private final SecurityIdentity identity;
  private final Optional<String> claim;

  ClaimedIdentity(
      SecurityIdentity identity,
      @ConfigProperty(name = "lifelong.account.verified-claim") Optional<String> claim) {
    this.identity = identity;
    this.claim = claim;
  }

  @Override
  public Optional<Identifier> ofCaller() {
    if (claim.isEmpty() || !(identity.getPrincipal() instanceof GatePrincipal principal)) {
      return Optional.empty();
    }
    return principal.account().claims().get(claim.get()) instanceof String number
            && !number.isBlank()
        ? Optional.of(new Identifier("", number, MEMBER_NUMBER))
        : Optional.empty();
  }
}
