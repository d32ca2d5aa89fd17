package health.lifelong.analytics.population.domain;

import health.lifelong.analytics.model.domain.Sex;
import org.jspecify.annotations.Nullable;

/**
 * How many persons fall into one class of one rule.
 *
 * @param rule for example {@code KNHS}
 * @param item item of the rule, for example {@code HB}
 * @param band null for every age
 * @param category class, or {@code MISSING} where there is no value
 */
public record ClassCount(
    String rule, String item, Sex sex, @Nullable AgeBand band, String category, long count) {}
