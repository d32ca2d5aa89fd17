package health.lifelong.ingestion.genotype.algorithm;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The alleles a record may name. */
final class VcfAlleles {
  /**
   * The longest allele taken, in letters; longer insertions and deletions are told symbolically.
   */
  static final int MAX_LENGTH = 50_000;

  private static final Pattern MATE_FIRST =
      Pattern.compile("(\\[[^\\[\\]]+:\\d+\\[|\\][^\\[\\]]+:\\d+\\])(\\.|[ACGTNacgtn]+)");
  private static final Pattern MATE_LAST =
      Pattern.compile("(\\.|[ACGTNacgtn]+)(\\[[^\\[\\]]+:\\d+\\[|\\][^\\[\\]]+:\\d+\\])");

  private VcfAlleles() {}

  /** Bases and nothing else. */
  static boolean bases(String text) {
    return !text.isEmpty() && basesFrom(text, 0, text.length());
  }

  private static boolean basesFrom(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (text.charAt(i)) {
        case 'A', 'C', 'G', 'T', 'N', 'a', 'c', 'g', 't', 'n' -> {}
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  /** An allele of angle brackets. */
  static boolean symbolic(String allele) {
    return allele.startsWith("<");
  }

  /** "Any other allele": the ALT of reference blocks. */
  static boolean anyOther(String allele) {
    return allele.equals("<*>") || allele.equals("<NON_REF>");
  }

  /** What is wrong with REF and ALT, or null; a missing REF is judged by its reader. */
  static @Nullable String fault(String ref, List<String> alts) {
    if (!ref.equals(".") && !bases(ref)) {
      return "REF is not made of A, C, G, T, N";
    }
    if (ref.length() > MAX_LENGTH) {
      return "REF is longer than %d letters".formatted(MAX_LENGTH);
    }
    for (String alt : alts) {
      if (alt.length() > MAX_LENGTH) {
        return "ALT is longer than %d letters".formatted(MAX_LENGTH);
      }
      if (alt.equals(ref)) {
        return "ALT repeats REF";
      }
      if (!valid(alt)) {
        return "ALT is neither bases, symbol nor breakend";
      }
    }
    return repeated(alts) ? "ALT holds an allele twice" : null;
  }

  private static boolean repeated(List<String> alts) {
    if (alts.size() < 2) {
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (String alt : alts) {
      if (!seen.add(alt)) {
        return true;
      }
    }
    return false;
  }

  private static boolean valid(String alt) {
    if (bases(alt) || alt.equals("*")) {
      return true;
    }
    int length = alt.length();
    if (length < 2) {
      return false;
    }
    if (alt.charAt(0) == '<') {
      return length > 2 && alt.charAt(length - 1) == '>' && plain(alt, 1, length - 1);
    }
    boolean single =
        alt.charAt(0) == '.' && basesFrom(alt, 1, length)
            || alt.charAt(length - 1) == '.' && basesFrom(alt, 0, length - 1);
    return single || MATE_FIRST.matcher(alt).matches() || MATE_LAST.matcher(alt).matches();
  }

  private static boolean plain(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == ',' || c == '<' || c == '>') {
        return false;
      }
    }
    return true;
  }
}
