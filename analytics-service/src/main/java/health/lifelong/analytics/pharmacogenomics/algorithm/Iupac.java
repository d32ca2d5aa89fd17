package health.lifelong.analytics.pharmacogenomics.algorithm;

/** Letters that stand for several bases (IUPAC-IUB 1970). */
final class Iupac {
  private static final String LETTERS = "RYSWKMBDHVN";
  private static final String[] BASES = {
    "AG", "CT", "CG", "AT", "GT", "AC", "CGT", "AGT", "ACT", "ACG", "ACGT"
  };

  private Iupac() {}

  /** Whether the text is one letter that stands for several bases. */
  static boolean ambiguous(String allele) {
    return allele.length() == 1 && LETTERS.contains(allele);
  }

  /** Whether a definition's allele, possibly ambiguous, allows these bases. */
  static boolean allows(String defined, String bases) {
    if (!ambiguous(defined)) {
      return defined.equals(bases);
    }
    return bases.length() == 1 && BASES[LETTERS.indexOf(defined)].contains(bases);
  }
}
