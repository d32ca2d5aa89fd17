package health.lifelong.analytics.genome.domain;

import health.lifelong.analytics.pharmacogenomics.domain.DrugAdvice;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.trait.domain.TraitResult;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can be said from one genome of one sample.
 *
 * @param build GRCh36, GRCh37, GRCh38 or unknown; where unknown no gene, trait or score is computed
 * @param genotypes by rsID, alleles in alphabetical order; sites without a genotype are left out
 * @param advice rows for the clinician (medical channel)
 */
public record GenomeReport(
    String build,
    SexGuess sex,
    SortedMap<String, String> genotypes,
    List<TraitResult> traits,
    List<GeneCall> genes,
    List<DrugAdvice> advice,
    List<ScoreOutcome> scores) {

  public GenomeReport {
    genotypes = Collections.unmodifiableSortedMap(new TreeMap<>(genotypes));
    traits = List.copyOf(traits);
    genes = List.copyOf(genes);
    advice = List.copyOf(advice);
    scores = List.copyOf(scores);
  }

  /** The same with other rows of advice, such as those that a region lets be told. */
  public GenomeReport withAdvice(List<DrugAdvice> rows) {
    return new GenomeReport(build, sex, genotypes, traits, genes, rows, scores);
  }
}
