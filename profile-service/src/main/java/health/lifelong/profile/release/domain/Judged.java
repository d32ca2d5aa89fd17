package health.lifelong.profile.release.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the release rules and the critical limits look at in one result.
 *
 * @param itemCode catalogue code, or null where unmapped
 * @param special true where the result is of the specially harmful category
 * @param number the measured number or the score of an answer, or null where there is none
 * @param unit UCUM unit of the number
 * @param bound on which side of the number the true value lies
 * @param population whose limits hold; an adult's where the age is not known
 */
public record Judged(
    @Nullable String itemCode,
    boolean special,
    @Nullable BigDecimal number,
    String unit,
    Bound bound,
    Population population) {

  /** Where the true value lies. */
  public enum Bound {
    EXACT,
    BELOW,
    ABOVE
  }

  /** A result without a number that could be judged. */
  public static Judged unmeasured(@Nullable String itemCode, boolean special) {
    return new Judged(itemCode, special, null, "", Bound.EXACT, Population.ADULT);
  }
}
