package health.lifelong.analytics.population.algorithm;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The product-limit estimate of survival (Kaplan and Meier, J Am Stat Assoc 1958;53:457). At equal
 * times deaths come before censoring.
 */
public final class KaplanMeier {
  private final double[] times;
  private final double[] survival;
  private final double last;

  private KaplanMeier(double[] times, double[] survival, double last) {
    this.times = times;
    this.survival = survival;
    this.last = last;
  }

  /** Survival of persons followed for {@code months}, of whom some died at the end of it. */
  public static KaplanMeier ofDeaths(double[] months, boolean[] died) {
    return of(months, died, false);
  }

  /**
   * The chance of still being under follow-up: censoring is the event, and who died at a time was
   * not at risk of being censored at it.
   */
  public static KaplanMeier ofCensoring(double[] months, boolean[] died) {
    return of(months, died, true);
  }

  private static KaplanMeier of(double[] months, boolean[] died, boolean censoring) {
    int[] order = Ranks.order(months);
    double[] times = new double[order.length];
    double[] survival = new double[order.length];
    int steps = 0;
    double chance = 1;
    int from = 0;
    while (from < order.length) {
      double time = months[order[from]];
      int to = from;
      int deaths = 0;
      while (to < order.length && months[order[to]] == time) {
        deaths += died[order[to]] ? 1 : 0;
        to++;
      }
      int events = censoring ? to - from - deaths : deaths;
      int atRisk = order.length - from - (censoring ? deaths : 0);
      if (events > 0) {
        chance *= 1 - (double) events / atRisk;
        times[steps] = time;
        survival[steps++] = chance;
      }
      from = to;
    }
    double last = order.length == 0 ? 0 : months[order[order.length - 1]];
    return new KaplanMeier(Arrays.copyOf(times, steps), Arrays.copyOf(survival, steps), last);
  }

  /** Survival just after this time; empty where nobody was followed so far and some live. */
  public OptionalDouble at(double time) {
    double value = step(time, true);
    return time > last && value > 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Survival just before this time. */
  public double before(double time) {
    return step(time, false);
  }

  private double step(double time, boolean included) {
    int found = Arrays.binarySearch(times, time);
    int steps = found >= 0 ? found + (included ? 1 : 0) : -found - 1;
    return steps == 0 ? 1 : survival[steps - 1];
  }
}
