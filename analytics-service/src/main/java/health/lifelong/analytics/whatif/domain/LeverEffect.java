package health.lifelong.analytics.whatif.domain;

import org.jspecify.annotations.Nullable;

/**
 * A published effect of moving a lever.
 *
 * @param outcome {@code cvd} and {@code ascvd} as the risk model counts them, {@code death}, or an
 *     item such as {@code sbp}
 * @param per how far the lever was moved, in {@code unit}
 * @param effect ratio of hazards or risks, or difference in the outcome's unit
 * @param low lower end of the 95 % interval
 * @param high upper end
 */
public record LeverEffect(
    Lever lever,
    String outcome,
    Measure measure,
    double per,
    String unit,
    double effect,
    double low,
    double high,
    Basis basis,
    String population,
    String citation,
    @Nullable String doi) {

  /** A row without an interval that holds its effect is no row of this table. */
  public LeverEffect {
    if (!(low <= effect && effect <= high) || !(per > 0)) {
      throw new IllegalArgumentException("an effect lies inside its interval");
    }
  }

  /** What the number is. */
  public enum Measure {
    RATIO,
    DIFFERENCE
  }

  /** What kind of study it comes from. */
  public enum Basis {
    /** Randomised trials: moving the lever moves the outcome. */
    CAUSAL,
    /** Seen together in cohorts: people who do so differ in other ways too. */
    ASSOCIATED
  }

  /** True where the interval holds "no effect": then nothing may be promised. */
  public boolean mayBeNothing() {
    double none =
        switch (measure) {
          case RATIO -> 1;
          case DIFFERENCE -> 0;
        };
    return low <= none && none <= high;
  }
}
