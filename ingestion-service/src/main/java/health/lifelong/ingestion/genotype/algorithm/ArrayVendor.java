package health.lifelong.ingestion.genotype.algorithm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names the maker of an array file: a label only, nothing is read differently for it. */
final class ArrayVendor {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("23andme", "23andMe"),
          Map.entry("ancestrydna", "AncestryDNA"),
          Map.entry("myheritage", "MyHeritage"),
          Map.entry("family tree dna", "FTDNA"),
          Map.entry("ftdna", "FTDNA"),
          Map.entry("living dna", "LivingDNA"),
          Map.entry("livingdna", "LivingDNA"),
          Map.entry("23mofang", "23Mofang"),
          Map.entry("dna.land", "DNA.Land"),
          Map.entry("genes for good", "Genes for Good"),
          Map.entry("genesforgood", "Genes for Good"),
          Map.entry("selfdecode", "SelfDecode"),
          Map.entry("sano", "Sano"),
          Map.entry("tellmegen", "tellmeGen"),
          Map.entry("circledna", "CircleDNA"),
          Map.entry("mapmygenome", "Mapmygenome"));

  private static final Pattern INTERNAL = Pattern.compile("i\\d+");
  private static final Pattern PLACE = Pattern.compile("\\d{1,2}:\\d+[ACGTID]+>[ACGTID]+");

  private ArrayVendor() {}

  /**
   * The label.
   *
   * @param comments comment lines
   * @param header words of the header line, or empty
   * @param sample identifiers of the first rows
   */
  static String of(List<String> comments, String header, List<String> sample, ArrayLayout layout) {
    String told = String.join("\n", comments).toLowerCase(Locale.ROOT);
    int earliest = Integer.MAX_VALUE;
    String vendor = "";
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      int at = told.indexOf(word.getKey());
      if (at >= 0 && at < earliest) {
        earliest = at;
        vendor = word.getValue();
      }
    }
    if (!vendor.isEmpty()) {
      return vendor;
    }
    if (told.contains("derived from the corresponding vcf file")) {
      return "Sano";
    }
    if (header.replace("\"", "").equalsIgnoreCase("rsid,chromosome,position,result")) {
      return "FTDNA";
    }
    if (sample.stream().anyMatch(id -> PLACE.matcher(id).matches())) {
      return "Genes for Good";
    }
    boolean internal = sample.stream().anyMatch(id -> INTERNAL.matcher(id).matches());
    return internal && layout.delimiter() == '\t' && layout.allele2() < 0 ? "23andMe" : "generic";
  }
}
