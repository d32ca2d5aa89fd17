package health.lifelong.profile.identity.domain;

import health.lifelong.profile.person.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What matching looks at in a person; null where it was not told.
 *
 * @param birthDate ISO date, year-month or year
 * @param phone digits with a leading country code, as {@code Phones} writes it
 */
public record Traits(
    @Nullable Name name, @Nullable String birthDate, @Nullable Sex sex, @Nullable String phone) {}
