package health.lifelong.profile.account.app;

import health.lifelong.profile.person.domain.Identifier;
import java.util.Optional;

/** What the identity provider itself has verified of who signed in; one adapter a provider. */
@FunctionalInterface
public interface VerifiedIdentity {
  /**
   * An identifier that names one person of the whole institute; empty where nothing is verified.
   */
  Optional<Identifier> ofCaller();
}
