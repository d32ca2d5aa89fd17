package health.lifelong.analytics.setpoint.domain;

import java.time.LocalDate;

/**
 * One value of the item on one day. Visits out of the baseline are left out by the caller.
 *
 * @param value in the unit of {@code origin}, the item's own where that declares none
 */
public record Visit(LocalDate date, double value, Origin origin) {
  /** A visit of which only day and value are known. */
  public Visit(LocalDate date, double value) {
    this(date, value, Origin.UNDECLARED);
  }
}
