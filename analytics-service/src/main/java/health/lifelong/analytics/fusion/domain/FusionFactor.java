package health.lifelong.analytics.fusion.domain;

import java.util.Set;

/**
 * A genetic or lifestyle factor that asks to enter an absolute risk.
 *
 * @param outcome what the study counted; it enters only a risk of exactly this outcome
 * @param populations in whom the effect was measured, as the pack names populations
 * @param carries what the effect acts through or stands for, such as {@code smoking} or {@code
 *     ldl}: what the baseline already holds, or another factor already carried, is not counted
 *     twice
 * @param verified false where a reference marks the figure UNVERIFIED
 */
public record FusionFactor(
    String id,
    Kind kind,
    String outcome,
    Set<String> populations,
    Set<String> carries,
    Link link,
    Effect effect,
    boolean verified) {

  public FusionFactor {
    populations = Set.copyOf(populations);
    carries = Set.copyOf(carries);
  }

  /** Where the factor comes from; the decomposition goes through habits first, then genes. */
  public enum Kind {
    LIFESTYLE,
    GENETIC
  }
}
