package health.lifelong.analytics.pharmacogenomics.domain;

import java.util.Map;
import java.util.Optional;

/**
 * CPIC's phenotype of every pair of alleles; looked up, never derived.
 *
 * @param alone by allele, for genes on X or MT where there is one copy
 * @param pairs by allele names in code-point order, joined by a tab
 * @param usesActivity whether pairs are looked up by activity score
 */
public record PhenotypeTable(
    Map<String, Phenotype> alone, Map<String, Phenotype> pairs, boolean usesActivity) {

  /**
   * @param text the phenotype in CPIC's words
   * @param lookupKey what recommendations are found by: the phenotype or the activity score
   */
  public record Phenotype(String text, String lookupKey) {}

  public PhenotypeTable {
    alone = Map.copyOf(alone);
    pairs = Map.copyOf(pairs);
  }

  /** Whether CPIC has phenotypes for this gene at all. */
  public boolean empty() {
    return alone.isEmpty() && pairs.isEmpty();
  }

  public Optional<Phenotype> of(String first, String second) {
    return Optional.ofNullable(pairs.get(key(first, second)));
  }

  public Optional<Phenotype> of(String only) {
    return Optional.ofNullable(alone.get(only));
  }

  /** The key of {@code pairs}. */
  public static String key(String first, String second) {
    return first.compareTo(second) <= 0 ? first + "\t" + second : second + "\t" + first;
  }
}
