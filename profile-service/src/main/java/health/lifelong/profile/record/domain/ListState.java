package health.lifelong.profile.record.domain;

/**
 * Whether a kind of statement was asked at all; no list state means unknown, not "none".
 *
 * @param kind number of the kind in the contracts, 1 to 7
 */
public record ListState(int kind, boolean complete) {}
