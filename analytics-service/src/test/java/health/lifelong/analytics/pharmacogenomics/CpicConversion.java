package health.lifelong.analytics.pharmacogenomics;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns the JSON tables that CPIC publishes into the CSV files the product ships, so that run time
 * needs no JSON. Run {@code main} with the CPIC folder and the resource folder to make them; a test
 * holds that the shipped files are what this makes.
 */
final class CpicConversion {
  private static final String CODES = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Called from outside only: their definitions are not shipped. */
  private static final Set<String> OUTSIDE_ONLY = Set.of("CYP2D6");

  /**
   * HapB3 is read from its intronic variant where that was assayed; its exonic variant, which the
   * table spells Y (either base), decides only where it was not (genomics.md 4.2).
   */
  private static final Map<String, String> STAND_IN =
      Map.of("DPYD/c.1129-5923C>G, c.1236G>A (HapB3)", "97573863=T");

  private final Path cpic;
  private final CsvFiles files = new CsvFiles();
  private final Map<String, Set<Integer>> ignoredPositions = new TreeMap<>();
  private final Map<String, Set<String>> ignoredAlleles = new TreeMap<>();

  private CpicConversion(Path cpic) {
    this.cpic = cpic;
  }

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    for (Map.Entry<String, String> file : convert(Path.of(arguments[0])).entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
  }

  /** The CSV files by name. */
  static Map<String, String> convert(Path cpic) {
    CpicConversion conversion = new CpicConversion(cpic);
    conversion.exemptions();
    conversion.genes();
    new CpicDrugConversion(conversion.files).convert(cpic.resolve("recommendation"));
    return conversion.files.texts();
  }

  private void exemptions() {
    for (JsonNode gene : CpicJson.read(cpic.resolve("definition/exemptions.json"))) {
      Set<Integer> positions = new TreeSet<>();
      gene.get("ignoredPositions").forEach(p -> positions.add(p.get("position").asInt()));
      ignoredPositions.put(gene.get("gene").asText(), positions);
      Set<String> alleles = new TreeSet<>();
      gene.get("ignoredAlleles").forEach(a -> alleles.add(a.asText()));
      ignoredAlleles.put(gene.get("gene").asText(), alleles);
    }
  }

  private void genes() {
    files.row("positions.csv", "gene", "chromosome", "position", "rsid", "ref", "alts", "ignored");
    files.row(
        "alleles.csv",
        "gene",
        "allele",
        "reference",
        "function",
        "activity",
        "definition",
        "stand_in");
    files.row("results.csv", "gene", "code", "phenotype", "lookup_key");
    files.row("diplotypes.csv", "gene", "allele", "alone", "with_earlier_rows");
    Map<String, JsonNode> definitions = new TreeMap<>();
    for (Path file : CpicJson.list(cpic.resolve("definition"))) {
      if (file.getFileName().toString().endsWith("_translation.json")) {
        JsonNode definition = CpicJson.read(file);
        definitions.put(definition.get("gene").asText(), definition);
      }
    }
    Map<String, JsonNode> phenotypes = new TreeMap<>();
    for (Path file : CpicJson.list(cpic.resolve("phenotype"))) {
      JsonNode phenotype = CpicJson.read(file);
      phenotypes.put(phenotype.get("gene").asText(), phenotype);
    }
    Set<String> genes = new TreeSet<>(definitions.keySet());
    genes.addAll(phenotypes.keySet());
    for (String gene : genes) {
      JsonNode definition = OUTSIDE_ONLY.contains(gene) ? null : definitions.get(gene);
      if (definition != null) {
        positions(gene, definition);
      }
      alleles(gene, definition, phenotypes.get(gene));
      if (phenotypes.containsKey(gene)) {
        diplotypes(gene, phenotypes.get(gene));
      }
    }
  }

  private void positions(String gene, JsonNode definition) {
    String chromosome = definition.get("chromosome").asText().substring("chr".length());
    for (JsonNode variant : definition.get("variants")) {
      int position = variant.get("position").asInt();
      files.row(
          "positions.csv",
          gene,
          chromosome,
          Integer.toString(position),
          variant.get("rsid").isNull() ? "" : variant.get("rsid").asText(),
          variant.get("ref").asText(),
          CpicJson.strings(variant.get("alts")),
          ignoredPositions.getOrDefault(gene, Set.of()).contains(position) ? "yes" : "no");
    }
  }

  private void alleles(String gene, @Nullable JsonNode definition, @Nullable JsonNode phenotype) {
    Set<String> written = new LinkedHashSet<>();
    if (definition != null) {
      for (JsonNode allele : definition.get("namedAlleles")) {
        String name = allele.get("name").asText();
        if (ignoredAlleles.getOrDefault(gene, Set.of()).contains(name)) {
          continue;
        }
        List<String> bases = new ArrayList<>();
        for (int i = 0; i < allele.get("alleles").size(); i++) {
          JsonNode base = allele.get("alleles").get(i);
          int position = definition.get("variants").get(i).get("position").asInt();
          if (!base.isNull()) {
            bases.add(position + "=" + base.asText());
          }
        }
        written.add(name);
        allele(gene, name, allele.get("reference").asBoolean(), phenotype, String.join(" ", bases));
      }
    }
    if (phenotype != null) {
      for (String name : new TreeSet<>(CpicJson.names(phenotype.get("haplotypes")))) {
        if (written.add(name)) {
          allele(gene, name, false, phenotype, "");
        }
      }
    }
  }

  private void allele(
      String gene,
      String name,
      boolean reference,
      @Nullable JsonNode phenotype,
      String definition) {
    String function = phenotype == null ? "" : phenotype.get("haplotypes").path(name).asText("");
    String activity =
        phenotype == null ? "" : phenotype.get("activityValues").path(name).asText("");
    String standIn = STAND_IN.getOrDefault(gene + "/" + name, "");
    files.row(
        "alleles.csv",
        gene,
        name,
        reference ? "yes" : "no",
        function,
        activity,
        definition,
        standIn);
  }

  /**
   * One row an allele; letter i of {@code with_earlier_rows} is the result with the i-th allele of
   * the gene's rows.
   */
  private void diplotypes(String gene, JsonNode phenotype) {
    List<String> alleles =
        new ArrayList<>(new TreeSet<>(CpicJson.names(phenotype.get("haplotypes"))));
    Map<String, Character> codes = new LinkedHashMap<>();
    Map<String, Character> pairs = new LinkedHashMap<>();
    for (JsonNode diplotype : phenotype.get("diplotypes")) {
      String phenotypeText = diplotype.get("generesult").asText();
      String key = diplotype.get("lookupkey").asText();
      char code =
          codes.computeIfAbsent(
              phenotypeText + "\t" + key,
              absent -> {
                char next = CODES.charAt(codes.size());
                files.row("results.csv", gene, Character.toString(next), phenotypeText, key);
                return next;
              });
      List<String> pair = new ArrayList<>();
      diplotype
          .get("diplotypekey")
          .properties()
          .forEach(
              field -> {
                for (int i = 0; i < field.getValue().asInt(); i++) {
                  pair.add(field.getKey());
                }
              });
      pairs.put(pair.stream().sorted().collect(Collectors.joining("\t")), code);
    }
    for (int i = 0; i < alleles.size(); i++) {
      StringBuilder letters = new StringBuilder();
      for (int j = 0; j <= i; j++) {
        String key =
            List.of(alleles.get(j), alleles.get(i)).stream()
                .sorted()
                .collect(Collectors.joining("\t"));
        letters.append(pairs.getOrDefault(key, '.'));
      }
      files.row(
          "diplotypes.csv",
          gene,
          alleles.get(i),
          pairs.getOrDefault(alleles.get(i), '.').toString(),
          letters.toString());
    }
  }
}
