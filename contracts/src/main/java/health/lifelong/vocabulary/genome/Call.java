package health.lifelong.vocabulary.genome;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One site of one sample.
 *
 * @param chromosome 1 to 22, X, Y or MT; another contig under its own name
 * @param position 1-based, plus strand, in the genome's build
 * @param end last position covered; equals {@code position} but for reference blocks and longer REF
 * @param rsid "rs" and a number (see {@link RsId}), or null
 * @param alleles where {@code refKnown}: REF first, then ALTs; else the distinct bases an array
 *     read
 * @param first index into {@code alleles} of the first allele, or -1 where it was not read
 * @param second as {@code first}; -2 where the call is haploid
 * @param phaseSet PS, or null; phased calls without one belong to a single set
 */
public record Call(
    String chromosome,
    int position,
    int end,
    @Nullable String rsid,
    List<String> alleles,
    boolean refKnown,
    int first,
    int second,
    boolean phased,
    @Nullable Integer phaseSet,
    CallState state) {

  public static final int MISSING = -1;
  public static final int HAPLOID = -2;

  public Call {
    alleles = List.copyOf(alleles);
  }

  public boolean haploid() {
    return second == HAPLOID;
  }

  /** Base text of the first allele, or null where it was not read. */
  public @Nullable String firstAllele() {
    return first < 0 ? null : alleles.get(first);
  }

  /** Base text of the second allele, or null where it was not read or there is none. */
  public @Nullable String secondAllele() {
    return second < 0 ? null : alleles.get(second);
  }
}
