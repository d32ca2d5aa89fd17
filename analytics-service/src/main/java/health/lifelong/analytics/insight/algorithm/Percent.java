package health.lifelong.analytics.insight.algorithm;

import java.util.Locale;

/** Probabilities as a clinician reads them; a person reads people of 100. */
final class Percent {
  private Percent() {}

  /** One decimal, with the sign. */
  static String of(double probability) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * probability);
  }
}
