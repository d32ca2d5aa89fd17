package health.lifelong.analytics.plan.domain;

import java.time.LocalDate;

/**
 * A result that asks for a second look and has none yet.
 *
 * @param due day by which the second look is due
 * @param leftOpen true where that day has passed, or a later visit went by without the test
 */
public record FollowUp(Tested result, LocalDate due, boolean leftOpen) {}
