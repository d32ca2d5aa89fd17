package health.lifelong.profile.safety.domain;

import java.util.UUID;

/**
 * Tells somebody on call that a critical result waits. Carries no person, no item and no value:
 * whoever is told looks it up where they are known.
 *
 * @param escalated true where a lower level did not answer in time
 */
public record Notice(UUID criticalId, String centre, OnCallLevel to, boolean escalated) {}
