package health.lifelong.analytics.polygenic.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Mean and standard deviation of a score in a group of the person's ancestry, on the same variants
 * and with the same options.
 *
 * @param panel frequency panel used for missing genotypes, or null for none
 * @param variants as in {@link ScoreResult}
 * @param deviation with 0 degrees of freedom taken off
 */
public record ReferenceDistribution(
    String scoreId,
    String build,
    String population,
    @Nullable String panel,
    String variants,
    double mean,
    double deviation) {

  /** Places a score; a distribution of anything else refuses. */
  public static Standing place(ScoreResult score, @Nullable ReferenceDistribution reference) {
    if (reference == null) {
      return new Standing.Refused(Standing.Reason.NO_REFERENCE_DISTRIBUTION);
    }
    if (!reference.scoreId.equals(score.id()) || !reference.build.equals(score.build())) {
      return new Standing.Refused(Standing.Reason.OTHER_SCORE);
    }
    if (!Objects.equals(reference.panel, score.panel())) {
      return new Standing.Refused(Standing.Reason.OTHER_OPTIONS);
    }
    if (!reference.variants.equals(score.variants())) {
      return new Standing.Refused(Standing.Reason.OTHER_VARIANTS);
    }
    if (score.coverage() < ScoreResult.LEAST_COVERAGE) {
      return new Standing.Refused(Standing.Reason.COVERAGE_TOO_LOW);
    }
    return new Standing.Placed(
        (score.sum() - reference.mean) / reference.deviation, reference.population);
  }
}
