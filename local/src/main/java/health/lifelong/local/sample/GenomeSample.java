package health.lifelong.local.sample;

import health.lifelong.vocabulary.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A consumer-array export on GRCh37: the sites the suite looks at, those of the pack's scores, and
 * filler around them.
 */
final class GenomeSample {
  /** What the demonstration is about; every other site is drawn. */
  private static final Map<String, String> CHOSEN =
      Map.of(
          "rs671", "AG",
          "rs1229984", "CT",
          "rs4244285", "AG",
          "rs4986893", "GG",
          "rs12248560", "CC",
          "rs3758581", "GG",
          "rs4149056", "CT",
          "rs2306283", "AG");

  private static final int FILLER_A_CHROMOSOME = 400;

  private GenomeSample() {}

  /** One line of the export. */
  record Row(int chromosome, int position, String rsid, String genotype) {}

  static byte[] file(SamplePerson person, Path pack) throws IOException {
    return text(rows(person, pack, FILLER_A_CHROMOSOME));
  }

  /** The lines of a person's export, in order of position, one a position. */
  static List<Row> rows(SamplePerson person, Path pack, int fillerAChromosome) throws IOException {
    SplittableRandom random = new SplittableRandom(person.memberNumber().hashCode());
    List<Row> rows = new ArrayList<>();
    for (CsvTable.Row site : CsvTable.resource(GenomeSample.class, "/genome-sites.csv").rows()) {
      site(site, random, rows);
    }
    scores(pack, random, rows);
    filler(random, rows, fillerAChromosome);
    rows.sort(Comparator.comparingInt(Row::chromosome).thenComparingInt(Row::position));
    List<Row> single = new ArrayList<>(rows.size());
    long last = -1;
    for (Row row : rows) {
      long place = row.chromosome * 300_000_000L + row.position;
      if (place != last) {
        single.add(row);
      }
      last = place;
    }
    return single;
  }

  /** The export of a consumer array with these lines. */
  static byte[] text(List<Row> rows) {
    StringBuilder out =
        new StringBuilder(
            "# This data file was made by the Lifelong demonstration; the person is synthetic.\n"
                + "# We are using reference human assembly build 37. All positions are on the plus strand.\n"
                + "# rsid\tchromosome\tposition\tgenotype\n");
    for (Row row : rows) {
      out.append(row.rsid)
          .append('\t')
          .append(row.chromosome)
          .append('\t')
          .append(row.position)
          .append('\t')
          .append(row.genotype)
          .append('\n');
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void site(CsvTable.Row site, SplittableRandom random, List<Row> rows) {
    String chromosome = site.get("chromosome");
    String position = site.get("position37");
    if (chromosome == null
        || position == null
        || !chromosome.chars().allMatch(Character::isDigit)) {
      return;
    }
    String reference = site.get("ref37");
    String alternates = site.get("alts38");
    String chosen = CHOSEN.get(site.require("rsid"));
    String genotype = chosen == null ? drawn(reference, alternates, random) : chosen;
    if (!genotype.isEmpty()) {
      rows.add(
          new Row(
              Integer.parseInt(chromosome),
              Integer.parseInt(position),
              site.require("rsid"),
              genotype));
    }
  }

  /** Empty for what an array does not print as two letters. */
  private static String drawn(
      @Nullable String reference, @Nullable String alternates, SplittableRandom random) {
    if (reference == null) {
      return "AG";
    }
    if (reference.length() != 1) {
      return "";
    }
    boolean heterozygous =
        alternates != null
            && alternates.length() == 1
            && !alternates.equals(reference)
            && random.nextInt(4) == 0;
    return heterozygous && alternates != null ? pair(reference, alternates) : reference + reference;
  }

  private static String pair(String first, String second) {
    return first.compareTo(second) < 0 ? first + second : second + first;
  }

  private static void scores(Path pack, SplittableRandom random, List<Row> rows)
      throws IOException {
    Path folder = pack.resolve("scores");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          score(new String(in.readAllBytes(), StandardCharsets.UTF_8), random, rows);
        }
      }
    }
  }

  private static void score(String text, SplittableRandom random, List<Row> rows) {
    List<String> header = List.of();
    for (String line : text.split("\\R")) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      List<String> cells = List.of(line.split("\t", -1));
      if (header.isEmpty()) {
        header = cells;
        continue;
      }
      String chromosome = cells.get(header.indexOf("hm_chr"));
      String position = cells.get(header.indexOf("hm_pos"));
      String effect = cells.get(header.indexOf("effect_allele"));
      String other = cells.get(header.indexOf("other_allele"));
      if (chromosome.isEmpty()
          || position.isEmpty()
          || effect.length() != 1
          || other.length() != 1) {
        continue;
      }
      String genotype =
          switch (random.nextInt(4)) {
            case 0 -> effect + effect;
            case 1 -> other + other;
            default -> pair(effect, other);
          };
      rows.add(
          new Row(
              Integer.parseInt(chromosome),
              Integer.parseInt(position),
              cells.get(header.indexOf("rsID")),
              genotype));
    }
  }

  private static void filler(SplittableRandom random, List<Row> rows, int count) {
    String[] genotypes = {"AA", "CC", "GG", "TT", "AG", "CT", "AC", "GT", "--"};
    int[] weights = {22, 22, 22, 22, 4, 4, 2, 1, 1};
    for (int chromosome = 1; chromosome <= 22; chromosome++) {
      for (int i = 0; i < count; i++) {
        int draw = random.nextInt(100);
        int index = 0;
        for (int sum = weights[0]; draw >= sum; sum += weights[index]) {
          index++;
        }
        // Ids far above any that is assigned, so that no filler is taken for a known variant.
        rows.add(
            new Row(
                chromosome,
                1_000_000 + random.nextInt(30_000_000),
                "rs" + (3_000_000_000L + chromosome * 100_000L + i),
                genotypes[index]));
      }
    }
  }
}
