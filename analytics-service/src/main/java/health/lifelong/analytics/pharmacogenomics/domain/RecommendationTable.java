package health.lifelong.analytics.pharmacogenomics.domain;

import health.lifelong.vocabulary.CsvTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** CPIC's recommendation rows of all drugs, in the order CPIC lists them. */
public record RecommendationTable(String version, List<Drug> drugs) {

  /**
   * @param notes what the guideline says about its own use; a drug without rows (warfarin) has a
   *     dosing algorithm
   */
  public record Drug(
      String name,
      @Nullable String rxnorm,
      String guideline,
      String url,
      List<String> pmids,
      List<String> genes,
      @Nullable String notes,
      List<Recommendation> rows) {
    public Drug {
      pmids = List.copyOf(pmids);
      genes = List.copyOf(genes);
      rows = List.copyOf(rows);
    }
  }

  /** One row; it holds where every gene of {@code lookupKeys} has that key. */
  public record Recommendation(
      String population,
      String classification,
      Map<String, String> lookupKeys,
      Map<String, String> implications,
      @Nullable String recommendation,
      @Nullable String comments) {
    public Recommendation {
      lookupKeys = Map.copyOf(lookupKeys);
      implications = Map.copyOf(implications);
    }
  }

  public RecommendationTable {
    drugs = List.copyOf(drugs);
  }

  public Optional<Drug> drug(String name) {
    return drugs.stream().filter(drug -> drug.name().equals(name)).findFirst();
  }

  /** The release in this build; loaded once. */
  public static RecommendationTable shipped() {
    return Shipped.TABLE;
  }

  private static final class Shipped {
    static final RecommendationTable TABLE = load();
  }

  private static RecommendationTable load() {
    Map<String, String> texts = new HashMap<>();
    for (Row row : CpicContent.table("texts.csv").rows()) {
      texts.put(row.require("number"), row.require("text"));
    }
    Map<String, List<Recommendation>> rows = new HashMap<>();
    for (Row row : CpicContent.table("recommendations.csv").rows()) {
      Map<String, String> implications = fields(row.get("implications"));
      implications.replaceAll((gene, number) -> texts.getOrDefault(number, ""));
      rows.computeIfAbsent(row.require("drug"), absent -> new ArrayList<>())
          .add(
              new Recommendation(
                  row.require("population"),
                  row.require("classification"),
                  fields(row.require("lookup_keys")),
                  implications,
                  texts.get(Objects.requireNonNullElse(row.get("recommendation"), "")),
                  texts.get(Objects.requireNonNullElse(row.get("comments"), ""))));
    }
    List<Drug> drugs = new ArrayList<>();
    for (Row row : CpicContent.table("drugs.csv").rows()) {
      drugs.add(
          new Drug(
              row.require("drug"),
              row.get("rxnorm"),
              row.require("guideline"),
              row.require("url"),
              CpicContent.words(row.get("pmids")),
              CpicContent.words(row.get("genes")),
              row.get("notes"),
              rows.getOrDefault(row.require("drug"), List.of())));
    }
    return new RecommendationTable(CpicContent.shipped().version(), drugs);
  }

  private static Map<String, String> fields(@Nullable String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (text != null) {
      for (String field : text.split(";")) {
        int equals = field.indexOf('=');
        fields.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    return fields;
  }
}
