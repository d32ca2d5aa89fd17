package health.lifelong.profile.safety.domain;

import java.time.Duration;

/**
 * One level of a centre's on-call list.
 *
 * @param level from 1, told first
 * @param name of the duty, such as "on-call physician"
 * @param contact a telephone number or another address of the duty
 * @param escalateAfter how long it has before the next level is told, or the last one again
 */
public record OnCallLevel(int level, String name, String contact, Duration escalateAfter) {}
