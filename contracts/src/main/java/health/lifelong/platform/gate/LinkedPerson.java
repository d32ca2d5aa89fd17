package health.lifelong.platform.gate;

import health.lifelong.platform.Roles;
import health.lifelong.platform.gate.AccountLinks.Account;
import health.lifelong.platform.token.AccessToken;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/**
 * The identity provider names accounts; everything behind the gate speaks of persons. Between the
 * two stands a link that profile-service keeps, so that no provider can name a person by itself and
 * a wrong link can be ended at once.
 */
@ApplicationScoped
public class LinkedPerson implements SecurityIdentityAugmentor {
  private final Instance<AccountLinks> links;
  private final TokenConfig config;
  private final RevocationList revocations;

  LinkedPerson(Instance<AccountLinks> links, TokenConfig config, RevocationList revocations) {
    this.links = links;
    this.config = config;
    this.revocations = revocations;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof GatePrincipal principal)
        || !isAccount(principal.token())) {
      return Uni.createFrom().item(identity);
    }
    AccessToken token = principal.token();
    return personOf(new Account(token.issuer(), token.subject()))
        .map(person -> principal.speakingFor(person.orElse(null)))
        .map(linked -> as(identity, linked));
  }

  private boolean isAccount(AccessToken token) {
    List<String> groups = token.groups();
    return (groups.contains(Roles.PERSON) || groups.contains(Roles.PROXY))
        && !config.personIssuers().contains(token.issuer());
  }

  private Uni<Optional<String>> personOf(Account account) {
    return links.isUnsatisfied()
        ? Uni.createFrom().item(Optional.empty())
        : links.get().personOf(account);
  }

  // What was revoked of the person covers every account that speaks for them.
  private SecurityIdentity as(SecurityIdentity identity, GatePrincipal linked) {
    if (revocations.inForce().cover(linked.token())) {
      throw new AuthenticationFailedException("revoked");
    }
    return QuarkusSecurityIdentity.builder(identity).setPrincipal(linked).build();
  }
}
