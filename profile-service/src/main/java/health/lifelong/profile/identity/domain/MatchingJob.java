package health.lifelong.profile.identity.domain;

import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Role;
import java.util.List;
import java.util.UUID;

/**
 * The job identity under which persons are compared, for that purpose and no other. It sees what
 * tells persons apart and nothing of their health; that a record is kept under the right person is
 * a duty of whoever keeps it, so consent is not asked.
 */
public final class MatchingJob {
  /** Who acts. */
  public static final Caller IDENTITY = new Caller(Role.SERVICE, "identity-matching", null);

  private MatchingJob() {}

  /** The audit record of one step. */
  public static AccessEvent.Draft event(UUID personId, String action) {
    return new AccessEvent.Draft(
        personId, IDENTITY, action, null, List.of(Category.IDENTITY), true, "law:identity");
  }
}
