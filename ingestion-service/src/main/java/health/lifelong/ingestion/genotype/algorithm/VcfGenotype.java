package health.lifelong.ingestion.genotype.algorithm;

import org.jspecify.annotations.Nullable;

/**
 * A GT value.
 *
 * @param ploidy how many alleles are written
 * @param missing how many of them are "."
 * @param first index of the first allele, -1 where it is "."
 * @param second index of the second; -1 where it is ".", -2 where there is none
 * @param phased where every bar but the leading one is "|"
 */
record VcfGenotype(int ploidy, int missing, int first, int second, boolean phased, int largest) {

  static final VcfGenotype NONE = new VcfGenotype(0, 0, -1, -1, false, 0);

  /** Reads the text between two places; null where it is no genotype. */
  static @Nullable VcfGenotype of(String text, int from, int to, int minor) {
    int at = from;
    if (minor >= 4 && at < to && (text.charAt(at) == '/' || text.charAt(at) == '|')) {
      at++;
    }
    int ploidy = 0;
    int missing = 0;
    int first = -1;
    int second = -2;
    int largest = 0;
    boolean phased = true;
    while (true) {
      int allele = -1;
      if (at < to && text.charAt(at) == '.') {
        missing++;
        at++;
      } else {
        int start = at;
        allele = 0;
        while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - start < 6) {
          allele = allele * 10 + text.charAt(at++) - '0';
        }
        if (at == start) {
          return null;
        }
      }
      first = ploidy == 0 ? allele : first;
      second = ploidy == 1 ? allele : second;
      largest = Math.max(largest, allele);
      ploidy++;
      if (at == to) {
        return new VcfGenotype(ploidy, missing, first, second, phased && ploidy > 1, largest);
      }
      char bar = text.charAt(at++);
      if (bar != '/' && bar != '|') {
        return null;
      }
      phased &= bar == '|';
    }
  }

  /** The ploidy that counts of values follow; 0 where "." stands for a genotype of any ploidy. */
  int valuesPloidy() {
    return ploidy == missing ? 0 : ploidy;
  }
}
