package health.lifelong.analytics.measurement.domain;

import java.util.List;

/**
 * Something missing with what it would say.
 *
 * @param worth its fair share of everything it helps to say
 * @param unlocks models that say more with it alone, in alphabetical order
 * @param helps models that need more beside it
 */
public record Ranked(Wanted wanted, double worth, List<String> unlocks, List<String> helps) {

  public Ranked {
    unlocks = List.copyOf(unlocks);
    helps = List.copyOf(helps);
  }
}
