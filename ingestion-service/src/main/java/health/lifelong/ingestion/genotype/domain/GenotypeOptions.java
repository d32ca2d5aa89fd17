package health.lifelong.ingestion.genotype.domain;

import health.lifelong.vocabulary.genome.Build;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says of a file.
 *
 * @param sample name of the sample to read; null where the file must hold only one
 * @param build the build the sender declares, or null
 */
public record GenotypeOptions(@Nullable String sample, @Nullable Build build) {
  /** Nothing said. */
  public static final GenotypeOptions NONE = new GenotypeOptions(null, null);
}
