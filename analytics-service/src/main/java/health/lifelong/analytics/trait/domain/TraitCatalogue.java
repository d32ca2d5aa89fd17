package health.lifelong.analytics.trait.domain;

import health.lifelong.analytics.trait.domain.TraitDefinition.Channel;
import health.lifelong.analytics.trait.domain.TraitDefinition.Tier;
import health.lifelong.analytics.trait.domain.TraitDefinition.TraitClass;
import health.lifelong.vocabulary.CsvTable;
import health.lifelong.vocabulary.CsvTable.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The single-variant traits that ship with the product (genomics.md 3.1). */
public record TraitCatalogue(List<TraitDefinition> traits) {
  private static final String FOLDER = "/health/lifelong/analytics/trait/";

  public TraitCatalogue {
    traits = List.copyOf(traits);
  }

  /** Loaded once. */
  public static TraitCatalogue shipped() {
    return Shipped.CATALOGUE;
  }

  public Optional<TraitDefinition> trait(String id) {
    return traits.stream().filter(trait -> trait.id().equals(id)).findFirst();
  }

  /** Every site of every trait, in catalogue order. */
  public Stream<TraitSite> sites() {
    return traits.stream().flatMap(trait -> trait.sites().stream());
  }

  private static final class Shipped {
    static final TraitCatalogue CATALOGUE = load();
  }

  private static TraitCatalogue load() {
    Map<String, TraitSite> sites = new HashMap<>();
    for (Row row : table("sites.csv").rows()) {
      sites.put(row.require("rsid"), site(row));
    }
    Map<String, Map<String, TraitClass>> classes = new HashMap<>();
    for (Row row : table("classes.csv").rows()) {
      classes
          .computeIfAbsent(row.require("trait"), absent -> new HashMap<>())
          .put(
              row.require("genotype"),
              new TraitClass(row.require("class"), row.require("meaning")));
    }
    List<TraitDefinition> traits = new ArrayList<>();
    for (Row row : table("traits.csv").rows()) {
      traits.add(trait(row, sites, classes.getOrDefault(row.require("trait"), Map.of())));
    }
    return new TraitCatalogue(traits);
  }

  private static CsvTable table(String name) {
    return CsvTable.resource(TraitCatalogue.class, FOLDER + name);
  }

  private static TraitSite site(Row row) {
    return new TraitSite(
        row.require("rsid"),
        row.require("chromosome"),
        Integer.parseInt(row.require("position_37")),
        Integer.parseInt(row.require("position_38")),
        row.require("reference_37"),
        row.require("reference_38"),
        row.require("alternative_38"));
  }

  private static TraitDefinition trait(
      Row row, Map<String, TraitSite> sites, Map<String, TraitClass> classes) {
    List<TraitSite> ofTrait =
        Stream.of(row.require("rsids").split(" "))
            .map(rsid -> Objects.requireNonNull(sites.get(rsid), rsid))
            .toList();
    return new TraitDefinition(
        row.require("trait"),
        row.require("gene"),
        ofTrait,
        Tier.valueOf(row.require("tier")),
        Channel.valueOf(row.require("channel")),
        Integer.parseInt(row.require("min_age")),
        row.require("verified").equals("yes"),
        Objects.requireNonNullElse(row.get("limits"), ""),
        row.require("source"),
        classes);
  }
}
