package health.lifelong.analytics.pack.domain;

import java.time.Duration;

/**
 * Who is told of a critical value, and when the next one is. Profile-service tells them; here the
 * list is only checked.
 *
 * @param centre a code, or {@code *} for every centre without rows of its own
 * @param level from 1, told in this order
 */
public record OnCallDuty(
    String centre, int level, String name, String contact, Duration escalateAfter) {}
