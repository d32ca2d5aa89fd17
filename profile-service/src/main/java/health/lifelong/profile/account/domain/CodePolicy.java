package health.lifelong.profile.account.domain;

import java.time.Duration;

/**
 * What the region pack allows.
 *
 * @param life of a code
 * @param tries of one account within {@code window}, right or wrong
 * @param codeTries wrong second factors after which a code is dead
 */
public record CodePolicy(Duration life, int tries, Duration window, int codeTries) {}
