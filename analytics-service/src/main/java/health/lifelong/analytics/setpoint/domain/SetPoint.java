package health.lifelong.analytics.setpoint.domain;

/**
 * A person's own level of an item.
 *
 * @param setpoint posterior mean of the level, in the item's unit
 * @param sd posterior standard deviation of the level, in the item's unit
 * @param interval where the level lies with probability {@code level}
 * @param level for example 0.95
 * @param prediction where the next visit lies with probability {@code level} if nothing has changed
 * @param visits how many visits went in
 */
public record SetPoint(
    double setpoint, double sd, Interval interval, double level, Interval prediction, int visits) {}
