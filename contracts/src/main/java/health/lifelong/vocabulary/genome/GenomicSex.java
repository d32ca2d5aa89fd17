package health.lifelong.vocabulary.genome;

import java.util.Iterator;

/** The sex that a file's calls show (genomics.md 2.7); unknown where they are too few or speak both ways. */
public enum GenomicSex {
  FEMALE,
  MALE,
  UNKNOWN;

  private static final int ENOUGH = 50;
  private static final double MALE_BELOW = 0.02;
  private static final double FEMALE_ABOVE = 0.10;

  /** First and last position on X that is pseudo-autosomal in no build. */
  private static final int FROM = 2_781_480;

  private static final int TO = 154_931_043;

  /** Reads heterozygosity on X outside the pseudo-autosomal regions, and whether Y is called at all. */
  public static GenomicSex of(Genotypes genotypes) {
    int called = 0;
    int heterozygous = 0;
    int onY = 0;
    for (Iterator<Call> all = genotypes.all().iterator(); all.hasNext(); ) {
      Call call = all.next();
      if (call.state() != CallState.CALLED) {
        continue;
      }
      if (call.chromosome().equals("X") && call.position() >= FROM && call.position() <= TO) {
        called++;
        heterozygous += !call.haploid() && call.first() != call.second() ? 1 : 0;
      } else if (call.chromosome().equals("Y")) {
        onY++;
      }
    }
    if (called < ENOUGH) {
      return UNKNOWN;
    }
    double share = heterozygous / (double) called;
    if (share > FEMALE_ABOVE) {
      return FEMALE;
    }
    return share < MALE_BELOW && onY > 0 ? MALE : UNKNOWN;
  }
}
