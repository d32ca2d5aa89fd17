package health.lifelong.profile.access.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the verified token says.
 *
 * @param subject {@code sub} of the token; of a person, the person id
 * @param centre the centre a clinician or a centre's system speaks for, or null
 */
public record Caller(Role role, String subject, @Nullable String centre) {}
