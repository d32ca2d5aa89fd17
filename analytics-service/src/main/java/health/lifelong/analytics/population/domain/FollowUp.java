package health.lifelong.analytics.population.domain;

/**
 * How long a person was followed and how that ended.
 *
 * @param months from the examination to death or to the last day on which the person was known to
 *     live
 * @param died whether it ended with death; otherwise the person is censored there
 */
public record FollowUp(double months, boolean died) {}
