package health.lifelong.profile.identity.domain;

/**
 * What a comparison came to.
 *
 * @param probability that the two are one person, between 0 and 1
 */
public record Verdict(Agreement agreement, double probability, Zone zone) {}
