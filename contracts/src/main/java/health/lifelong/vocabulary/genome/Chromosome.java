package health.lifelong.vocabulary.genome;

import java.util.Comparator;
import java.util.Locale;

/** Names of chromosomes: 1 to 22, X, Y, MT; other contigs keep the name the file gives them. */
public final class Chromosome {
  /** 1 to 22, X, Y, MT, then other contigs by name. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt(Chromosome::rank).thenComparing(Comparator.naturalOrder());

  private static final int OTHER = 26;

  private Chromosome() {}

  /**
   * The name used here for a name of a file: "chr7" and "07" are 7, "23" X, "24" Y, "25" and "XY"
   * X, "26", "M" and "chrM" MT, "NC_000007.14" 7. Any other name is returned as it is.
   */
  public static String of(String name) {
    if (name.length() <= 2 && rank(name) < OTHER) {
      return name;
    }
    String bare = name.toUpperCase(Locale.ROOT);
    if (bare.startsWith("CHR")) {
      bare = bare.substring(3);
    } else if (bare.startsWith("NC_0000") && bare.indexOf('.') == 9) {
      bare = bare.substring(7, 9);
    } else if (bare.startsWith("NC_012920.")) {
      return "MT";
    }
    if (bare.length() == 2 && bare.charAt(0) == '0') {
      bare = bare.substring(1);
    }
    return switch (bare) {
      case "23", "25", "XY" -> "X";
      case "24" -> "Y";
      case "26", "M" -> "MT";
      default -> rank(bare) < OTHER ? bare : name;
    };
  }

  /** True for 1 to 22, X, Y and MT. */
  public static boolean known(String chromosome) {
    return rank(chromosome) < OTHER;
  }

  private static int rank(String chromosome) {
    switch (chromosome) {
      case "X" -> {
        return 23;
      }
      case "Y" -> {
        return 24;
      }
      case "MT" -> {
        return 25;
      }
      default -> {
        if (chromosome.isEmpty() || chromosome.length() > 2 || chromosome.charAt(0) == '0') {
          return OTHER;
        }
        int number = 0;
        for (int i = 0; i < chromosome.length(); i++) {
          int digit = chromosome.charAt(i) - '0';
          if (digit < 0 || digit > 9) {
            return OTHER;
          }
          number = number * 10 + digit;
        }
        return number <= 22 ? number : OTHER;
      }
    }
  }
}
