package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.Strand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an array read at one marker: the distinct letters in alphabetical order, and which of them
 * stand on the two strands. Insertion and deletion are the words "I" and "D".
 */
record ArrayGenotype(List<String> alleles, int first, int second, CallState state) {
  static final ArrayGenotype NO_CALL =
      new ArrayGenotype(List.of(), Call.MISSING, Call.MISSING, CallState.NO_CALL);

  /** Reads one or two alleles; "" stands for one that was not read. Null where one is no allele. */
  static @Nullable ArrayGenotype of(String one, String two, boolean haploid) {
    boolean hasOne = !missing(one);
    boolean hasTwo = !haploid && !missing(two);
    if (hasOne && !allele(one) || hasTwo && !allele(two)) {
      return null;
    }
    if (!hasOne && !hasTwo) {
      return haploid
          ? new ArrayGenotype(List.of(), Call.MISSING, Call.HAPLOID, CallState.NO_CALL)
          : NO_CALL;
    }
    List<String> alleles = new ArrayList<>(2);
    if (hasOne) {
      alleles.add(one);
    }
    if (hasTwo && !two.equals(one)) {
      alleles.add(two);
    }
    alleles.sort(null);
    int first = hasOne ? alleles.indexOf(one) : alleles.indexOf(two);
    int second = haploid ? Call.HAPLOID : hasOne && hasTwo ? alleles.indexOf(two) : Call.MISSING;
    return new ArrayGenotype(
        List.copyOf(alleles),
        second >= 0 ? Math.min(first, second) : first,
        second >= 0 ? Math.max(first, second) : second,
        second == Call.MISSING ? CallState.HALF : CallState.CALLED);
  }

  /** The signs for "not read". */
  static boolean missing(String allele) {
    return switch (allele) {
      case "", "-", "0", ".", "?", "N" -> true;
      default -> false;
    };
  }

  private static boolean allele(String text) {
    return text.equals("I")
        || text.equals("D")
        || text.length() <= 1_000 && VcfAlleles.bases(text) && text.indexOf('N') < 0;
  }

  /** Letters only, no insertion or deletion. */
  boolean letters() {
    return state == CallState.CALLED
        && alleles.stream().allMatch(a -> a.length() == 1 && VcfAlleles.bases(a));
  }

  /** The same call read from the other strand. */
  ArrayGenotype complement() {
    if (alleles.isEmpty()) {
      return this;
    }
    String one = turned(alleles.get(Math.max(first, 0)));
    String two = second >= 0 ? turned(alleles.get(second)) : "";
    ArrayGenotype turned = of(one, two, second == Call.HAPLOID);
    return turned == null ? this : turned;
  }

  private static String turned(String allele) {
    if (allele.length() == 1) {
      return Strand.complement(allele);
    }
    StringBuilder turned = new StringBuilder();
    for (int i = allele.length() - 1; i >= 0; i--) {
      turned.append(Strand.complement(allele.substring(i, i + 1)));
    }
    return turned.toString();
  }

  /** The same site in another state; a no-call keeps no letters. */
  ArrayGenotype in(CallState other) {
    return other == CallState.NO_CALL
        ? new ArrayGenotype(
            List.of(), Call.MISSING, second == Call.HAPLOID ? Call.HAPLOID : Call.MISSING, other)
        : new ArrayGenotype(alleles, first, second, other);
  }
}
