package health.lifelong.analytics.polygenic.domain;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A variant of the genome that is scored, with its genotype.
 *
 * @param reference null for arrays
 * @param alternatives for arrays the distinct bases read
 * @param alleles the genotype's alleles: two, or one where haploid; empty where there is no usable
 *     call
 */
public record TargetVariant(
    String chromosome,
    int position,
    @Nullable String reference,
    List<String> alternatives,
    List<String> alleles) {

  public TargetVariant {
    alternatives = List.copyOf(alternatives);
    alleles = List.copyOf(alleles);
  }

  /** {@code chr:pos:REF:ALT}. */
  public String id() {
    return chromosome
        + ":"
        + position
        + ":"
        + (reference == null ? "" : reference)
        + ":"
        + String.join(",", alternatives);
  }

  /**
   * Copies of an allele, 0 to 2, a haploid call counted twice (plink2 chrX model 2); empty where
   * missing.
   */
  public OptionalInt copies(String allele) {
    if (alleles.isEmpty()) {
      return OptionalInt.empty();
    }
    int found = 0;
    for (String own : alleles) {
      found += allele.equals(own) ? 1 : 0;
    }
    return OptionalInt.of(alleles.size() == 1 ? 2 * found : found);
  }
}
