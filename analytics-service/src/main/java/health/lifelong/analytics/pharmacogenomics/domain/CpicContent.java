package health.lifelong.analytics.pharmacogenomics.domain;

import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition.Fallback;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition.Method;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition.UnlistedAlternative;
import health.lifelong.analytics.pharmacogenomics.domain.PhenotypeTable.Phenotype;
import health.lifelong.vocabulary.CsvTable;
import health.lifelong.vocabulary.CsvTable.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The allele definitions and phenotype tables of CPIC (CC0) that ship with the product.
 *
 * @param version as CPIC names the release, kept with every result
 */
public record CpicContent(String version, List<GeneDefinition> genes) {
  private static final String FOLDER = "/health/lifelong/analytics/pharmacogenomics/cpic-1.30/";

  public CpicContent {
    genes = List.copyOf(genes);
  }

  public Optional<GeneDefinition> gene(String name) {
    return genes.stream().filter(gene -> gene.gene().equals(name)).findFirst();
  }

  /** The release in this build; loaded once. */
  public static CpicContent shipped() {
    return Shipped.CONTENT;
  }

  static CsvTable table(String name) {
    return CsvTable.resource(CpicContent.class, FOLDER + name);
  }

  private static final class Shipped {
    static final CpicContent CONTENT = load();
  }

  private static CpicContent load() {
    Map<String, List<DefiningPosition>> positions = positions();
    Map<String, List<NamedAllele>> alleles = alleles();
    Map<String, PhenotypeTable> phenotypes = phenotypes(alleles);
    List<GeneDefinition> genes = new ArrayList<>();
    for (Row row : table("genes.csv").rows()) {
      String gene = row.require("gene");
      String offset = row.get("offset_to_grch37");
      genes.add(
          new GeneDefinition(
              gene,
              Method.valueOf(row.require("method").toUpperCase(Locale.ROOT)),
              UnlistedAlternative.valueOf(row.require("unlisted_alt").toUpperCase(Locale.ROOT)),
              row.get("reference_display"),
              offset == null ? null : Integer.valueOf(offset),
              fallback(row.get("fallback")),
              positions.getOrDefault(gene, List.of()),
              alleles.getOrDefault(gene, List.of()),
              phenotypes.getOrDefault(gene, new PhenotypeTable(Map.of(), Map.of(), false))));
    }
    return new CpicContent("CPIC v1.30.0", genes);
  }

  private static @Nullable Fallback fallback(@Nullable String text) {
    if (text == null) {
      return null;
    }
    List<String> parts = List.of(text.split(" "));
    Map<String, String> alleles = new HashMap<>();
    for (String part : parts.subList(1, parts.size())) {
      alleles.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    return new Fallback(parts.getFirst(), alleles);
  }

  private static Map<String, List<DefiningPosition>> positions() {
    Map<String, List<DefiningPosition>> positions = new HashMap<>();
    for (Row row : table("positions.csv").rows()) {
      positions
          .computeIfAbsent(row.require("gene"), absent -> new ArrayList<>())
          .add(
              new DefiningPosition(
                  row.require("chromosome"),
                  Integer.parseInt(row.require("position")),
                  row.get("rsid"),
                  row.require("ref"),
                  List.of(row.require("alts").split(" ")),
                  row.require("ignored").equals("yes")));
    }
    return positions;
  }

  private static Map<String, List<NamedAllele>> alleles() {
    Map<String, List<NamedAllele>> alleles = new HashMap<>();
    for (Row row : table("alleles.csv").rows()) {
      alleles
          .computeIfAbsent(row.require("gene"), absent -> new ArrayList<>())
          .add(
              new NamedAllele(
                  row.require("allele"),
                  row.require("reference").equals("yes"),
                  Objects.requireNonNullElse(row.get("function"), ""),
                  row.get("activity"),
                  bases(row.get("definition")),
                  bases(row.get("stand_in"))));
    }
    return alleles;
  }

  private static SortedMap<Integer, String> bases(@Nullable String text) {
    SortedMap<Integer, String> bases = new TreeMap<>();
    if (text != null) {
      for (String part : text.split(" ")) {
        int equals = part.indexOf('=');
        bases.put(Integer.valueOf(part.substring(0, equals)), part.substring(equals + 1));
      }
    }
    return bases;
  }

  private static Map<String, PhenotypeTable> phenotypes(Map<String, List<NamedAllele>> alleles) {
    Map<String, Phenotype> byCode = new HashMap<>();
    for (Row row : table("results.csv").rows()) {
      byCode.put(
          row.require("gene") + row.require("code"),
          new Phenotype(row.require("phenotype"), row.require("lookup_key")));
    }
    Map<String, Map<String, Phenotype>> alone = new HashMap<>();
    Map<String, Map<String, Phenotype>> pairs = new HashMap<>();
    Map<String, List<String>> earlier = new HashMap<>();
    for (Row row : table("diplotypes.csv").rows()) {
      String gene = row.require("gene");
      String allele = row.require("allele");
      List<String> names = earlier.computeIfAbsent(gene, absent -> new ArrayList<>());
      names.add(allele);
      Map<String, Phenotype> ofPairs = pairs.computeIfAbsent(gene, absent -> new HashMap<>());
      String codes = row.require("with_earlier_rows");
      for (int i = 0; i < names.size(); i++) {
        put(ofPairs, PhenotypeTable.key(names.get(i), allele), byCode.get(gene + codes.charAt(i)));
      }
      put(
          alone.computeIfAbsent(gene, absent -> new HashMap<>()),
          allele,
          byCode.get(gene + row.require("alone")));
    }
    Map<String, PhenotypeTable> tables = new HashMap<>();
    for (String gene : pairs.keySet()) {
      boolean activity =
          alleles.getOrDefault(gene, List.of()).stream().anyMatch(a -> a.activity() != null);
      tables.put(
          gene,
          new PhenotypeTable(
              alone.getOrDefault(gene, Map.of()), pairs.getOrDefault(gene, Map.of()), activity));
    }
    return tables;
  }

  private static void put(Map<String, Phenotype> table, String key, @Nullable Phenotype phenotype) {
    if (phenotype != null) {
      table.put(key, phenotype);
    }
  }

  static List<String> words(@Nullable String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }
}
