package health.lifelong.analytics.pack.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A reference interval or decision limit of an item.
 *
 * @param unit the catalogue's UCUM unit of the item
 * @param kind what the limits mean; a set-point is never derived from decision limits
 * @param population whose limits they are; the file names populations in order of preference
 * @param confidence A two sources, B one, C weak; C is never shown to a person
 */
public record Interval(
    String itemCode,
    String unit,
    SexLimit sex,
    @Nullable BigDecimal lower,
    @Nullable BigDecimal upper,
    Kind kind,
    String population,
    String confidence,
    String source) {

  /** What the limits mean. */
  public enum Kind {
    DECISION_LIMIT,
    POPULATION_P2_5_P97_5,
    REFERENCE_INTERVAL
  }
}
