package health.lifelong.analytics.fusion.domain;

import java.util.List;
import java.util.Map;

/**
 * What gene, answers, measurements and phone say side by side about alcohol.
 *
 * @param movements one for each signal with a value
 * @param together for each measured item whether it moved the way the alcohol answers did; an item
 *     without a direction, or answers without one, are not in it
 */
public record AlcoholReading(
    Advice advice, List<Movement> movements, Map<String, Boolean> together) {

  public AlcoholReading {
    movements = List.copyOf(movements);
    together = Map.copyOf(together);
  }

  /**
   * Which of the four messages of the genotype and the newest answer holds (genomics reference,
   * 7.5).
   */
  public enum Advice {
    CARRIER_DRINKS,
    CARRIER_ABSTAINS,
    USUAL_DRINKS,
    USUAL_ABSTAINS
  }
}
