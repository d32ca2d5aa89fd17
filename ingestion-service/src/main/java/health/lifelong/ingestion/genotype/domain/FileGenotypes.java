package health.lifelong.ingestion.genotype.domain;

import health.lifelong.vocabulary.genome.Genotypes;
import java.util.List;

/**
 * A whole file in memory, for the command line.
 *
 * @param outcome refused, or what was read
 * @param samples in file order; empty where refused
 */
public record FileGenotypes(GenotypeOutcome outcome, List<SampleGenotypes> samples) {
  public FileGenotypes {
    samples = List.copyOf(samples);
  }

  /**
   * One sample's calls.
   *
   * @param sample name in the file; empty for an array file without one
   */
  public record SampleGenotypes(String sample, Genotypes genotypes, long noCalls, long halfCalls) {}
}
