package health.lifelong.profile.safety.domain;

import health.lifelong.profile.access.domain.AccessEvent;
import health.lifelong.profile.access.domain.Caller;
import health.lifelong.profile.access.domain.Role;
import java.util.List;
import java.util.UUID;

/**
 * The job identity under which critical values are watched, for that purpose and no other. It rests
 * on the region pack's legal basis; consent is not asked, and every step is audited.
 */
public final class CriticalValuesJob {
  /** Who acts. */
  public static final Caller IDENTITY = new Caller(Role.SERVICE, "critical-values", null);

  /** What permits it, in the words of the audit trail. */
  public static final String RULE = "law:critical_values";

  private CriticalValuesJob() {}

  /** The audit record of one step. */
  public static AccessEvent.Draft event(UUID personId, String action) {
    return new AccessEvent.Draft(personId, IDENTITY, action, null, List.of(), true, RULE);
  }
}
