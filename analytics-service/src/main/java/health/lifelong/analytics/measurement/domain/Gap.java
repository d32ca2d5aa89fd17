package health.lifelong.analytics.measurement.domain;

import java.util.Set;

/**
 * One thing that a served model cannot say because something is missing.
 *
 * @param model id of the model
 * @param output what it would say
 * @param worth how much it would be worth, above zero: the pack's priority, raised by the person's
 *     own risk
 * @param missing everything without which it stays silent
 */
public record Gap(String model, String output, double worth, Set<Wanted> missing) {

  public Gap {
    missing = Set.copyOf(missing);
    if (missing.isEmpty() || !(worth > 0)) {
      throw new IllegalArgumentException("a gap misses something and is worth something");
    }
  }
}
