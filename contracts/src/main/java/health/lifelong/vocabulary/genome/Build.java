package health.lifelong.vocabulary.genome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A human reference assembly. */
public enum Build {
  GRCH36("GRCh36", 247_249_719),
  GRCH37("GRCh37", 249_250_621),
  GRCH38("GRCh38", 248_956_422);

  /** What stands where no build could be told. */
  public static final String UNKNOWN = "unknown";

  private static final List<String> PREFIXES =
      List.of("grch", "ncbi", "build", "build ", "assembly", "assembly ", "b", "v", "hs");

  private final String text;
  private final int chromosome1;

  Build(String text, int chromosome1) {
    this.text = text;
    this.chromosome1 = chromosome1;
  }

  /** The name used in records: GRCh36, GRCh37, GRCh38. */
  public String text() {
    return text;
  }

  /** The build whose chromosome 1 has this length. */
  public static Optional<Build> ofChromosome1(long length) {
    for (Build build : values()) {
      if (build.chromosome1 == length) {
        return Optional.of(build);
      }
    }
    return Optional.empty();
  }

  /**
   * The build a free text names: "GRCh38", "hg19", "b37", "NCBI36", "build 37.1",
   * "human_g1k_v37.fasta"; empty where it names none, or two.
   */
  public static Optional<Build> named(String label) {
    String text = label.toLowerCase(Locale.ROOT);
    Build found = null;
    for (Build build : values()) {
      if (names(text, build)) {
        if (found != null) {
          return Optional.empty();
        }
        found = build;
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean names(String text, Build build) {
    String number = build.text.substring(4);
    String ucsc =
        switch (build) {
          case GRCH36 -> "hg18";
          case GRCH37 -> "hg19";
          case GRCH38 -> "hg38";
        };
    if (text.contains(ucsc) || text.strip().equals(number)) {
      return true;
    }
    for (String prefix : PREFIXES) {
      int at = text.indexOf(prefix + number);
      if (at >= 0
          && wordStarts(text, at)
          && wordEnds(text, at + prefix.length() + number.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean wordStarts(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  private static boolean wordEnds(String text, int at) {
    return at >= text.length() || !Character.isDigit(text.charAt(at));
  }
}
