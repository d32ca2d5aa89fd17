package health.lifelong.analytics.pharmacogenomics.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a genome says about one pharmacogene. Several diplotypes are equally good and all of them
 * are shown.
 *
 * @param diplotypes for least-function genes that are not phased, the variants found instead of
 *     pairs
 * @param phenotypes one a diplotype, in CPIC's words; {@code n/a} where CPIC has no row for it,
 *     empty text where CPIC has no phenotypes for the gene
 * @param lookupKeys what recommendations are found by: one a diplotype, but one altogether for
 *     least-function genes
 * @param lookupDiplotypes the diplotypes behind {@code lookupKeys}
 * @param activityScore as CPIC prints it ({@code 2.0}), joined by {@code OR}; null for genes
 *     without activity values
 * @param positionsMissing defining positions without a usable call, to be told with every result
 */
public record GeneCall(
    String gene,
    Status status,
    List<String> diplotypes,
    List<String> phenotypes,
    List<String> lookupKeys,
    List<String> lookupDiplotypes,
    @Nullable String activityScore,
    int positionsMissing,
    int positionsTotal,
    String contentVersion) {

  /** Written where positions were read but no diplotype explains them. */
  public static final String UNKNOWN = "Unknown/Unknown";

  public static final String NO_RESULT = "No Result";
  public static final String NOT_AVAILABLE = "n/a";

  /** Whether and why not a gene was called. */
  public enum Status {
    CALLED("called"),
    NO_MATCH("no pair of known alleles explains what was read"),
    HALF_CALL("one allele of a defining variant was read and the other was not"),
    NOT_ASSAYED("none of the gene's positions was read"),
    NOT_RESOLVABLE("too many unphased heterozygous positions"),
    CONTRADICTORY_COPIES("some positions were read once and others heterozygous"),
    BUILD("the gene's positions are not known in the genome's build"),
    OUTSIDE("called by another laboratory");

    private final String why;

    Status(String why) {
      this.why = why;
    }

    /** The reason in one sentence, without anything of the person. */
    public String why() {
      return why;
    }
  }

  public GeneCall {
    diplotypes = List.copyOf(diplotypes);
    phenotypes = List.copyOf(phenotypes);
    lookupKeys = List.copyOf(lookupKeys);
    lookupDiplotypes = List.copyOf(lookupDiplotypes);
  }

  /** A gene without any result. */
  public static GeneCall refused(
      String gene, Status status, int missing, int total, String version) {
    return new GeneCall(
        gene, status, List.of(), List.of(), List.of(), List.of(), null, missing, total, version);
  }
}
