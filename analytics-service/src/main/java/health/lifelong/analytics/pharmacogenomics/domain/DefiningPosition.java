package health.lifelong.analytics.pharmacogenomics.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position that allele definitions of a gene speak about.
 *
 * @param position 1-based, GRCh38, of the first base of {@code reference}
 * @param reference bases of GRCh38, left-aligned as in a VCF
 * @param alternatives the alleles that definitions know
 * @param ignored counted as a position, used by no definition (CPIC exemptions)
 */
public record DefiningPosition(
    String chromosome,
    int position,
    @Nullable String rsid,
    String reference,
    List<String> alternatives,
    boolean ignored) {

  public DefiningPosition {
    alternatives = List.copyOf(alternatives);
  }

  public boolean lists(String allele) {
    return reference.equals(allele) || alternatives.contains(allele);
  }

  /** A change of one base only. */
  public boolean substitution() {
    return reference.length() == 1
        && alternatives.stream().allMatch(allele -> allele.length() == 1);
  }
}
