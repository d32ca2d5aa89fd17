package health.lifelong.ingestion.genotype.algorithm;

import java.util.ArrayList;
import java.util.List;

/**
 * One ALT of a record in its shortest form: bases shared at the right end, then at the left, are
 * cut (genomics.md 2.1).
 *
 * @param allele index of the ALT in the record; 0 for a record without ALT, which is then told by
 *     its whole REF
 */
record VcfVariant(String key, int allele) {

  /** The variants of a record that are written in bases; symbols and breakends are none. */
  static List<VcfVariant> of(int position, String ref, List<String> alts) {
    if (alts.isEmpty()) {
      return List.of(new VcfVariant(position + ":" + ref + ">.", 0));
    }
    List<VcfVariant> variants = new ArrayList<>(alts.size());
    for (int i = 0; i < alts.size(); i++) {
      String alt = alts.get(i);
      if (VcfAlleles.bases(alt) && VcfAlleles.bases(ref)) {
        variants.add(new VcfVariant(trimmed(position, ref, alt), i + 1));
      }
    }
    return variants;
  }

  private static String trimmed(int position, String ref, String alt) {
    int right = 0;
    int shortest = Math.min(ref.length(), alt.length());
    while (right < shortest - 1
        && ref.charAt(ref.length() - 1 - right) == alt.charAt(alt.length() - 1 - right)) {
      right++;
    }
    int left = 0;
    while (left < shortest - 1 - right && ref.charAt(left) == alt.charAt(left)) {
      left++;
    }
    return position
        + left
        + ":"
        + ref.substring(left, ref.length() - right)
        + ">"
        + alt.substring(left, alt.length() - right);
  }

  /** REF and ALTs without the bases that all of them share at the right end. */
  static List<String> rightTrimmed(String ref, List<String> alts) {
    int cut = 0;
    while (cut < ref.length() - 1 && shares(ref, alts, cut)) {
      cut++;
    }
    List<String> alleles = new ArrayList<>();
    alleles.add(ref.substring(0, ref.length() - cut));
    for (String alt : alts) {
      alleles.add(alt.substring(0, alt.length() - Math.min(cut, alt.length() - 1)));
    }
    return alleles;
  }

  private static boolean shares(String ref, List<String> alts, int cut) {
    char last = ref.charAt(ref.length() - 1 - cut);
    return !alts.isEmpty()
        && alts.stream()
            .allMatch(
                alt ->
                    VcfAlleles.bases(alt)
                        && alt.length() > cut + 1
                        && alt.charAt(alt.length() - 1 - cut) == last);
  }
}
