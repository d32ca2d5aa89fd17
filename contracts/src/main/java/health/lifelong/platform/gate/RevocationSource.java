package health.lifelong.platform.gate;

import health.lifelong.platform.token.Revocation;
import java.util.List;

/**
 * Where an instance reads what was revoked: profile-service from its database, the others there.
 */
@FunctionalInterface
public interface RevocationSource {
  /** What is in force now; fails where that cannot be told. May wait. */
  List<Revocation> read();
}
