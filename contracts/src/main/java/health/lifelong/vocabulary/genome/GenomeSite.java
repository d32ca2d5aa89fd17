package health.lifelong.vocabulary.genome;

import java.util.List;

/**
 * A known site, placed in up to three builds.
 *
 * @param gene the gene it is named with, or empty
 * @param position36 1-based; 0 where it is not known in that build
 * @param ref37 reference base of GRCh37, plus strand; empty where the table does not say
 * @param ref38 reference base of GRCh38; differs from {@code ref37} at rs6025 and rs776746
 * @param alts38 the other alleles beside {@code ref38}
 * @param buildVote false where the position depends on the aligner (repeats) or is not confirmed
 */
public record GenomeSite(
    String rsid,
    String gene,
    String chromosome,
    int position36,
    int position37,
    int position38,
    String ref37,
    String ref38,
    List<String> alts38,
    boolean buildVote) {

  public GenomeSite {
    alts38 = List.copyOf(alts38);
  }

  /** The position in a build, 0 where it is not known. */
  public int position(Build build) {
    return switch (build) {
      case GRCH36 -> position36;
      case GRCH37 -> position37;
      case GRCH38 -> position38;
    };
  }

  /** The reference base in a build, empty where it is not known. */
  public String ref(Build build) {
    return switch (build) {
      case GRCH36 -> "";
      case GRCH37 -> ref37;
      case GRCH38 -> ref38;
    };
  }

  /**
   * True where REF and every base of ALT are alleles of this site and REF is the build's reference.
   */
  boolean agrees(Build build, String ref, List<String> alts) {
    return !ref(build).isEmpty()
        && ref.equals(ref(build))
        && !alts.isEmpty()
        && alts.stream().allMatch(alt -> alt.equals(ref38) || alts38.contains(alt));
  }

  /** One base against one other. */
  public boolean singleBase() {
    return ref38.length() == 1 && alts38.size() == 1 && alts38.getFirst().length() == 1;
  }

  /** A/T or C/G: both strands read the same two letters. */
  public boolean palindromic() {
    return singleBase() && Strand.complement(ref38).equals(alts38.getFirst());
  }
}
