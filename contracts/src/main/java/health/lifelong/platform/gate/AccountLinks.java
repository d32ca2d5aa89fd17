package health.lifelong.platform.gate;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Who an account of the identity provider speaks for: profile-service asks its database, the others
 * ask there.
 */
@FunctionalInterface
public interface AccountLinks {
  /** An account: whose subjects mean something only together with who gave them. */
  record Account(String issuer, String subject) {}

  /** The id of the person; empty where the account speaks for nobody. Never waits. */
  Uni<Optional<String>> personOf(Account account);
}
