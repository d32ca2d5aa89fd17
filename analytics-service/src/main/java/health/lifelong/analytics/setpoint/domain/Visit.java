package health.lifelong.analytics.setpoint.domain;

import java.time.LocalDate;

/**
 * One value of the item on one day, in the item's unit. Visits out of the baseline are left out by
 * the caller.
 */
public record Visit(LocalDate date, double value) {}
