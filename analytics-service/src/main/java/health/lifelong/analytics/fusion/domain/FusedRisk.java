package health.lifelong.analytics.fusion.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An absolute risk with the factors that entered, and those that stand beside it.
 *
 * @param interval 95 % interval by propagation; null where neither the baseline nor a factor has a
 *     known error
 * @param modelErrorKnown false where the interval leaves out the error of the baseline model itself
 * @param contributions one for each factor that entered; baseline and contributions sum to {@code
 *     risk}
 */
public record FusedRisk(
    FusionBaseline baseline,
    double risk,
    @Nullable Range interval,
    boolean modelErrorKnown,
    List<Contribution> contributions,
    List<Beside> beside) {

  public FusedRisk {
    contributions = List.copyOf(contributions);
    beside = List.copyOf(beside);
  }

  /** Two ends of a risk. */
  public record Range(double low, double high) {}

  /** What one factor adds to the probability; below zero where it takes away. */
  public record Contribution(FusionFactor factor, double change) {}

  /** A factor that did not enter, and why. */
  public record Beside(FusionFactor factor, Why why) {}

  /** Why a factor stands beside the risk and not in it. */
  public enum Why {
    /** The reference marks the figure as not confirmed. */
    UNVERIFIED,
    /** It was measured for something else than this risk counts. */
    OTHER_OUTCOME,
    /** It was not measured in people like this one. */
    OTHER_POPULATION,
    /** The model already holds it, or what it acts through. */
    ALREADY_IN_BASELINE,
    /** Another factor that entered already carries it. */
    OVERLAPS_ANOTHER,
    /** The study prints no interval. */
    NO_INTERVAL,
    /** Nobody has counted how the factor is spread, so the mean cannot be kept. */
    NO_DISTRIBUTION,
    /** The person lies beyond three standard deviations, where no study looked. */
    BEYOND_EVIDENCE,
    /** With it the risk would leave 0.001 to 0.99. */
    OUT_OF_BOUNDS
  }
}
