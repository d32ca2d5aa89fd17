package health.lifelong.vocabulary.genome;

import java.util.List;

/**
 * Decides the strand of an array file by the known single-base sites that are not palindromic
 * (genomics.md 2.5): above 90 % reverse of at least 20 the whole file is reverse; above 2 % of each
 * it is mixed.
 */
public final class StrandDetection {
  private static final int ENOUGH = 20;
  private static final int REVERSE_PERCENT = 90;
  private static final int MIXED_PERCENT = 2;

  private final GenomeSites sites;
  private int forward;
  private int reverse;

  /** A count over the given table. */
  public StrandDetection(GenomeSites sites) {
    this.sites = sites;
  }

  /** How a call reads at a known site. */
  public enum Reading {
    FORWARD,
    REVERSE,
    /** Neither strand's letters. */
    IMPOSSIBLE,
    /** Palindromic and homozygous: the strand cannot be told from the letters. */
    AMBIGUOUS,
    /** No known single-base site, or no letters. */
    NONE
  }

  /** Counts the bases read at a site and says how they read. */
  public Reading see(long rsid, List<String> bases) {
    Reading reading = read(rsid, bases);
    forward += reading == Reading.FORWARD ? 1 : 0;
    reverse += reading == Reading.REVERSE ? 1 : 0;
    return reading;
  }

  /** How bases read at a site, without counting them. */
  public Reading read(long rsid, List<String> bases) {
    GenomeSite site = sites.byRsid(rsid);
    if (site == null || !site.singleBase() || bases.isEmpty()) {
      return Reading.NONE;
    }
    List<String> alleles = List.of(site.ref38(), site.alts38().getFirst());
    if (site.palindromic()) {
      if (!alleles.containsAll(bases)) {
        return Reading.IMPOSSIBLE;
      }
      return bases.stream().distinct().count() == 1 ? Reading.AMBIGUOUS : Reading.NONE;
    }
    if (alleles.containsAll(bases)) {
      return Reading.FORWARD;
    }
    List<String> turned = alleles.stream().map(Strand::complement).toList();
    return turned.containsAll(bases) ? Reading.REVERSE : Reading.IMPOSSIBLE;
  }

  /** The verdict over what was seen. */
  public Strand decide() {
    int told = forward + reverse;
    if (told == 0) {
      return Strand.UNTOLD;
    }
    if (told >= ENOUGH && reverse * 100L > (long) REVERSE_PERCENT * told) {
      return Strand.REVERSE;
    }
    return reverse * 100L > (long) MIXED_PERCENT * told ? Strand.MIXED : Strand.FORWARD;
  }

  /** Sites that read forward. */
  public int forward() {
    return forward;
  }

  /** Sites that read reverse. */
  public int reverse() {
    return reverse;
  }
}
