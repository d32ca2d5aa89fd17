package health.lifelong.profile.change.domain;

import java.util.UUID;

/** A natural key within one person. */
public record PersonKey(UUID personId, UUID key) {}
