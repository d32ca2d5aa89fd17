package health.lifelong.analytics.fusion.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The absolute risk that a clinical model gives.
 *
 * @param outcome what it counts
 * @param risk probability in (0, 1)
 * @param logHazardError standard error of its log cumulative hazard; null where the model has none,
 *     and then the interval says nothing of the model's own uncertainty
 * @param holds inputs of the model, in the words of {@link FusionFactor#carries}
 */
public record FusionBaseline(
    String outcome,
    int years,
    double risk,
    @Nullable Double logHazardError,
    String population,
    Set<String> holds) {

  /** Copies the set; a risk outside (0, 1) is an error of the caller. */
  public FusionBaseline {
    holds = Set.copyOf(holds);
    if (!(risk > 0 && risk < 1)) {
      throw new IllegalArgumentException("a risk lies between 0 and 1");
    }
  }
}
