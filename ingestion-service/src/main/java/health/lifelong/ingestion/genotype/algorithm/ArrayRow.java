package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.vocabulary.genome.Chromosome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one array line. */
final class ArrayRow {
  /** Stands for the pseudo-autosomal regions until the position says X or Y. */
  static final String PAR = "PAR";

  private static final int PAR1_FROM = 10_001;
  private static final int PAR1_TO = 2_781_479;
  private static final int Y_PAR2_FROM = 56_887_903;
  private static final int Y_PAR2_TO = 59_363_566;
  private static final int X_LENGTH = 156_040_895;

  private ArrayRow() {}

  /** 1 to 22, X, Y, MT or {@link #PAR}; null where the cell names no chromosome. */
  static @Nullable String chromosome(String cell) {
    String name = cell.toUpperCase(Locale.ROOT);
    if (name.equals("PAR") || name.equals("25") || name.equals("XY") || name.equals("CHRXY")) {
      return PAR;
    }
    String chromosome = Chromosome.of(name);
    return Chromosome.known(chromosome) ? chromosome : null;
  }

  /**
   * X or Y for a position of the pseudo-autosomal regions (of GRCh37 and GRCh38 together; the
   * coordinates are those of X wherever both would do), or null where it lies in neither.
   */
  static @Nullable String parChromosome(int position) {
    if (position >= PAR1_FROM && position <= PAR1_TO) {
      return "X";
    }
    if (position >= Y_PAR2_FROM && position <= Y_PAR2_TO) {
      return "Y";
    }
    // beyond the end of Y only X has such a position
    return position > Y_PAR2_TO && position <= X_LENGTH ? "X" : null;
  }

  /** The genotype of a line, or null where it is none. */
  static @Nullable ArrayGenotype genotype(List<String> cells, ArrayLayout layout) {
    String one = cells.get(layout.allele1()).toUpperCase(Locale.ROOT);
    String chromosome = chromosome(cells.get(layout.chromosome()));
    boolean single = "X".equals(chromosome) || "Y".equals(chromosome) || "MT".equals(chromosome);
    if (layout.allele2() >= 0) {
      String two = cells.get(layout.allele2()).toUpperCase(Locale.ROOT);
      return ArrayGenotype.of(one, two, single && two.isEmpty());
    }
    return joined(one, single);
  }

  private static @Nullable ArrayGenotype joined(String text, boolean single) {
    switch (text) {
      case "",
          "--",
          "-",
          "00",
          "0",
          "..",
          ".",
          "NN",
          "N",
          "??",
          "?",
          "NC",
          "---",
          "NA",
          "-/-",
          "./.",
          "0/0",
          "N/N",
          "NOCALL",
          "NO CALL",
          "NULL" -> {
        return ArrayGenotype.NO_CALL;
      }
      default -> {
        int bar = bar(text);
        if (bar > 0) {
          return ArrayGenotype.of(
              text.substring(0, bar).strip(), text.substring(bar + 1).strip(), false);
        }
        return switch (text.length()) {
          case 1 -> ArrayGenotype.of(text, "", single);
          case 2 -> ArrayGenotype.of(text.substring(0, 1), text.substring(1), false);
          default -> null;
        };
      }
    }
  }

  private static int bar(String text) {
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '/', '|', ':', ' ' -> {
          return i;
        }
        default -> {}
      }
    }
    return -1;
  }
}
