package health.lifelong.analytics.trait.domain;

import health.lifelong.analytics.genotype.domain.UnreadReason;
import health.lifelong.analytics.trait.domain.TraitDefinition.TraitClass;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a genome says about one trait. An absent call is never the reference. */
public sealed interface TraitResult {
  TraitDefinition trait();

  /**
   * @param genotypes by rsID, alleles in alphabetical order
   */
  record Called(TraitDefinition trait, SortedMap<String, String> genotypes, TraitClass result)
      implements TraitResult {
    public Called {
      genotypes = Collections.unmodifiableSortedMap(new TreeMap<>(genotypes));
    }
  }

  /** The site that could not be read, and why. */
  record NotRead(TraitDefinition trait, String rsid, UnreadReason reason) implements TraitResult {}

  /** Both sites were read, but no haplotypes that people have explain the genotypes. */
  record NotClassified(TraitDefinition trait, SortedMap<String, String> genotypes)
      implements TraitResult {
    public NotClassified {
      genotypes = Collections.unmodifiableSortedMap(new TreeMap<>(genotypes));
    }
  }
}
