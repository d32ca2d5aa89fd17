package health.lifelong.profile.release.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the release rules look at in one result.
 *
 * @param itemCode catalogue code, or null where unmapped
 * @param special true where the result is of the specially harmful category
 * @param number the measured number, or null where there is none
 * @param unit UCUM unit of the number
 * @param bound on which side of the number the true value lies
 */
public record Judged(
    @Nullable String itemCode,
    boolean special,
    @Nullable BigDecimal number,
    String unit,
    Bound bound) {

  /** Where the true value lies. */
  public enum Bound {
    EXACT,
    BELOW,
    ABOVE
  }
}
