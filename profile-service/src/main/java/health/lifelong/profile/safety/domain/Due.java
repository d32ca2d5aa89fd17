package health.lifelong.profile.safety.domain;

import java.util.UUID;

/**
 * An open critical result about which somebody must be told now.
 *
 * @param level the level that was told last; 0 where nobody was yet
 */
public record Due(UUID personId, UUID criticalId, String centre, int level) {}
