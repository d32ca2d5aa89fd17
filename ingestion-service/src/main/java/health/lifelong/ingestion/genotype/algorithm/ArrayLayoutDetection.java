package health.lifelong.ingestion.genotype.algorithm;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds an array file's fields by what the cells hold; words of a header line decide only the order
 * of columns.
 */
final class ArrayLayoutDetection {
  private static final char[] DELIMITERS = {'\t', ',', ';', ' '};
  private static final Set<String> ID =
      Set.of(
          "rsid",
          "rs",
          "rsids",
          "snp",
          "snpname",
          "snpid",
          "marker",
          "markername",
          "name",
          "id",
          "rsnumber",
          "variantid",
          "dbsnpid",
          "dbsnprsid");
  private static final Set<String> CHROMOSOME =
      Set.of("chromosome", "chr", "chrom", "chromosomeid");
  private static final Set<String> POSITION =
      Set.of(
          "position",
          "pos",
          "bp",
          "mapinfo",
          "basepair",
          "coordinate",
          "location",
          "basepairposition",
          "positiongrch37",
          "positiongrch38");
  private static final Set<String> GENOTYPE =
      Set.of(
          "genotype",
          "result",
          "call",
          "gt",
          "alleles",
          "genotypecall",
          "rawgenotype",
          "value",
          "basecall");
  private static final Set<String> ALLELE1 = Set.of("allele1", "a1", "allelea");
  private static final Set<String> ALLELE2 = Set.of("allele2", "a2", "alleleb");
  private static final Set<String> UNUSABLE =
      Set.of(
          "allele1top", "allele2top", "allele1ab", "allele2ab", "allele1design", "allele2design");

  private ArrayLayoutDetection() {}

  /** A layout and whether the first line it was found in is a header. */
  record Found(ArrayLayout layout, boolean header) {}

  /**
   * The layout that most of the lines fit.
   *
   * @throws UnreadableFile where none fits half of them, or where alleles are only given as Top or
   *     AB
   */
  static Found find(List<String> lines, long firstLine) throws UnreadableFile {
    Found best = null;
    int most = 0;
    for (char delimiter : DELIMITERS) {
      List<String> words = words(lines.getFirst(), delimiter);
      Optional<ArrayLayout> named = named(words, delimiter, firstLine);
      List<Found> candidates = new ArrayList<>();
      named.ifPresent(layout -> candidates.add(new Found(layout, true)));
      candidates.add(new Found(plain(delimiter, -1), isHeader(words)));
      candidates.add(new Found(plain(delimiter, 4), isHeader(words)));
      for (Found candidate : candidates) {
        int fitting = fitting(lines, candidate);
        if (fitting > most) {
          most = fitting;
          best = candidate;
        }
      }
    }
    if (best == null || most * 2 < lines.size() - (best.header() ? 1 : 0)) {
      throw new UnreadableFile(
          Reason.FORMAT_UNKNOWN, "neither VCF nor a genotype table we know", firstLine);
    }
    return best;
  }

  private static ArrayLayout plain(char delimiter, int allele2) {
    return new ArrayLayout(delimiter, 0, 1, 2, 3, allele2, -1, false);
  }

  private static List<String> words(String line, char delimiter) {
    return ArrayLayout.cells(line, delimiter).stream()
        .map(cell -> cell.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
        .toList();
  }

  /** A header has no cell that is a number. */
  private static boolean isHeader(List<String> words) {
    return words.size() >= 4 && words.stream().noneMatch(word -> word.matches("\\d+"));
  }

  private static Optional<ArrayLayout> named(List<String> words, char delimiter, long line)
      throws UnreadableFile {
    int id = column(words, ID);
    int chromosome = column(words, CHROMOSOME);
    int position = column(words, POSITION);
    int genotype = column(words, GENOTYPE);
    int allele1 = column(words, ALLELE1);
    int allele2 = column(words, ALLELE2);
    int sample = column(words, Set.of("sampleid"));
    boolean plus = false;
    for (String strand : List.of("plus", "forward")) {
      if (!plus && words.contains("allele1" + strand) && words.contains("allele2" + strand)) {
        allele1 = words.indexOf("allele1" + strand);
        allele2 = words.indexOf("allele2" + strand);
        plus = true;
      }
    }
    if (id < 0 || chromosome < 0 || position < 0) {
      return Optional.empty();
    }
    if (allele1 < 0 || allele2 < 0) {
      if (genotype < 0 && words.stream().anyMatch(UNUSABLE::contains)) {
        throw new UnreadableFile(
            Reason.FORMAT_UNKNOWN,
            "alleles are only given as Top, AB or Design; send Plus or Forward",
            line);
      }
      allele1 = genotype;
      allele2 = -1;
    }
    return allele1 < 0
        ? Optional.empty()
        : Optional.of(
            new ArrayLayout(delimiter, id, chromosome, position, allele1, allele2, sample, plus));
  }

  private static int column(List<String> words, Set<String> names) {
    for (int i = 0; i < words.size(); i++) {
      if (names.contains(words.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int fitting(List<String> lines, Found candidate) {
    int fitting = 0;
    for (String line : candidate.header() ? lines.subList(1, lines.size()) : lines) {
      fitting +=
          fits(ArrayLayout.cells(line, candidate.layout().delimiter()), candidate.layout()) ? 1 : 0;
    }
    return fitting;
  }

  private static boolean fits(List<String> cells, ArrayLayout layout) {
    if (cells.size() <= layout.width() || layout.allele2() < 0 && trailing(cells, layout)) {
      return false;
    }
    @Nullable ArrayGenotype genotype = ArrayRow.genotype(cells, layout);
    return ArrayRow.chromosome(cells.get(layout.chromosome())) != null
        && VcfRecordRules.position(cells.get(layout.position())) > 0
        && genotype != null;
  }

  /** A plain genotype column with a second allele behind it is not one. */
  private static boolean trailing(List<String> cells, ArrayLayout layout) {
    return layout.id() == 0
        && layout.allele1() == 3
        && cells.size() == 5
        && cells.get(3).length() == 1
        && cells.get(4).length() == 1;
  }
}
