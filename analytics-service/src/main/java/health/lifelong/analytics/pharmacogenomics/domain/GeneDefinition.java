package health.lifelong.analytics.pharmacogenomics.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to call one gene.
 *
 * @param referenceDisplay what to write for reference/reference, or null to write it like any other
 *     diplotype
 * @param offset37 GRCh37 position minus GRCh38 position, constant over the gene; null where it was
 *     not verified
 * @param fallback the one variant that decides where no diplotype fits, or null
 * @param positions empty for genes that are called from outside only
 */
public record GeneDefinition(
    String gene,
    Method method,
    UnlistedAlternative unlisted,
    @Nullable String referenceDisplay,
    @Nullable Integer offset37,
    @Nullable Fallback fallback,
    List<DefiningPosition> positions,
    List<NamedAllele> alleles,
    PhenotypeTable phenotypes) {

  /** How a gene is called. */
  public enum Method {
    /** Pairs of alleles that together explain every position. */
    DIPLOTYPE,
    /** The least active variant of each strand. */
    LEAST_FUNCTION,
    /** By another laboratory only. */
    OUTSIDE
  }

  /** What a base means that no definition lists. */
  public enum UnlistedAlternative {
    REFERENCE,
    NO_MATCH
  }

  /**
   * A single variant read where no diplotype can be called.
   *
   * @param alleles allele names by base
   */
  public record Fallback(String rsid, Map<String, String> alleles) {
    public Fallback {
      alleles = Map.copyOf(alleles);
    }
  }

  public GeneDefinition {
    positions = List.copyOf(positions);
    alleles = List.copyOf(alleles);
  }

  /** The allele that every position of a genome is compared with. */
  public NamedAllele referenceAllele() {
    return alleles.stream()
        .filter(NamedAllele::reference)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no reference allele in " + gene));
  }

  public Optional<NamedAllele> allele(String name) {
    return alleles.stream().filter(allele -> allele.name().equals(name)).findFirst();
  }
}
