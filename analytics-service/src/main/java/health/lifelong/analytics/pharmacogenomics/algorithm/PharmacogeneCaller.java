package health.lifelong.analytics.pharmacogenomics.algorithm;

import static health.lifelong.analytics.pharmacogenomics.domain.GeneCall.NOT_AVAILABLE;
import static health.lifelong.analytics.pharmacogenomics.domain.GeneCall.NO_RESULT;
import static health.lifelong.analytics.pharmacogenomics.domain.GeneCall.UNKNOWN;

import health.lifelong.analytics.genotype.algorithm.SiteReader;
import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.pharmacogenomics.algorithm.DiplotypeMatcher.Pair;
import health.lifelong.analytics.pharmacogenomics.algorithm.GeneReading.Observed;
import health.lifelong.analytics.pharmacogenomics.algorithm.LeastFunctionCaller.Found;
import health.lifelong.analytics.pharmacogenomics.domain.CpicContent;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall.Status;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition.Fallback;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition.Method;
import health.lifelong.analytics.pharmacogenomics.domain.PhenotypeTable.Phenotype;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls the pharmacogenes of a genome by CPIC's definitions. A call that is absent, halved,
 * filtered or contradicted is a missing position, never the reference.
 */
public final class PharmacogeneCaller {
  private final CpicContent content;

  public PharmacogeneCaller(CpicContent content) {
    this.content = content;
  }

  /** One call a gene that can be called from a genome, in the order of the content. */
  public List<GeneCall> call(Genotypes genotypes) {
    SiteReader sites = new SiteReader(genotypes);
    return content.genes().stream()
        .filter(gene -> gene.method() != Method.OUTSIDE)
        .map(gene -> call(gene, sites, genotypes.build()))
        .toList();
  }

  /**
   * A diplotype another laboratory reported, with CPIC's phenotype of it where the table has that
   * pair.
   */
  public GeneCall outside(String gene, String diplotype) {
    List<String> alleles = List.of(diplotype.split("/"));
    Optional<GeneDefinition> known = content.gene(gene);
    Optional<Phenotype> phenotype =
        known.flatMap(
            definition ->
                alleles.size() == 2
                    ? definition
                        .phenotypes()
                        .of(alleles.getFirst().strip(), alleles.getLast().strip())
                    : definition.phenotypes().of(diplotype.strip()));
    String key = phenotype.map(Phenotype::lookupKey).orElse(NOT_AVAILABLE);
    boolean activity =
        known.map(definition -> definition.phenotypes().usesActivity()).orElse(false);
    return new GeneCall(
        gene,
        Status.OUTSIDE,
        List.of(diplotype),
        List.of(phenotype.map(Phenotype::text).orElse(NOT_AVAILABLE)),
        List.of(key),
        List.of(diplotype),
        activity ? key : null,
        0,
        0,
        content.version());
  }

  private GeneCall call(GeneDefinition gene, SiteReader sites, String build) {
    boolean known = build.equals("GRCh36") || build.equals("GRCh37") || build.equals("GRCh38");
    GeneReading reading =
        known ? GeneReading.of(gene, sites, build) : new GeneReading(gene, List.of(), false, false);
    if (reading.halfVariant()) {
      return unknown(reading, Status.HALF_CALL, null);
    }
    List<Observed> informative = reading.informative();
    if (informative.isEmpty()) {
      return refused(reading, reading.located() ? Status.NOT_ASSAYED : Status.BUILD);
    }
    if (gene.method() == Method.LEAST_FUNCTION) {
      return leastFunction(reading);
    }
    List<Read> reads = informative.stream().map(Observed::read).toList();
    DiplotypeMatcher matcher = new DiplotypeMatcher(gene, informative);
    if (reads.stream().anyMatch(Read::haploid)) {
      return reads.stream().anyMatch(Read::heterozygous)
          ? refused(reading, Status.CONTRADICTORY_COPIES)
          : diplotypes(reading, matcher.singles(reads));
    }
    Strands strands = new Strands(reads);
    return strands.resolvable()
        ? diplotypes(reading, matcher.pairs(strands))
        : refused(reading, Status.NOT_RESOLVABLE);
  }

  private GeneCall refused(GeneReading reading, Status status) {
    return GeneCall.refused(
        reading.gene().gene(), status, reading.missing(), reading.total(), content.version());
  }

  private GeneCall diplotypes(GeneReading reading, List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return unknown(reading, Status.NO_MATCH, fallback(reading));
    }
    List<String> names = new ArrayList<>();
    List<Phenotype> phenotypes = new ArrayList<>();
    for (Pair pair : pairs) {
      names.add(name(reading.gene(), pair));
      phenotypes.add(phenotype(reading.gene(), pair));
    }
    return result(
        reading,
        Status.CALLED,
        names,
        phenotypes.stream().map(Phenotype::text).toList(),
        phenotypes.stream().map(Phenotype::lookupKey).toList(),
        names);
  }

  private GeneCall unknown(GeneReading reading, Status status, @Nullable Pair fallback) {
    Phenotype phenotype = fallback == null ? null : phenotype(reading.gene(), fallback);
    return result(
        reading,
        status,
        List.of(UNKNOWN),
        List.of(NO_RESULT),
        List.of(phenotype == null ? NO_RESULT : phenotype.lookupKey()),
        List.of(fallback == null ? UNKNOWN : name(reading.gene(), fallback)));
  }

  private static @Nullable Pair fallback(GeneReading reading) {
    Fallback rule = reading.gene().fallback();
    Read read = rule == null ? null : reading.at(rule.rsid()).orElse(null);
    if (rule == null || read == null || read.second() == null) {
      return null;
    }
    String first = rule.alleles().get(read.first());
    String second = rule.alleles().get(read.second());
    return first == null || second == null ? null : Pair.of(first, second);
  }

  private GeneCall leastFunction(GeneReading reading) {
    GeneDefinition gene = reading.gene();
    LeastFunctionCaller caller = new LeastFunctionCaller(gene, reading.informative());
    return switch (caller.call()) {
      case Found.Phased(var first, var second) -> {
        Pair shown = Pair.of(caller.strandName(first), caller.strandName(second));
        Pair counted = Pair.of(caller.least(first), caller.least(second));
        yield result(
            reading,
            Status.CALLED,
            List.of(name(gene, shown)),
            List.of(phenotype(gene, shown).text()),
            List.of(phenotype(gene, counted).lookupKey()),
            List.of(name(gene, counted)));
      }
      case Found.Unphased(var copies) -> {
        List<String> two = caller.twoLeast(copies);
        Pair counted = Pair.of(two.getFirst(), two.getLast());
        List<String> variants = copies.stream().distinct().toList();
        yield result(
            reading,
            Status.CALLED,
            variants,
            variants.stream().map(variant -> NOT_AVAILABLE).toList(),
            List.of(phenotype(gene, counted).lookupKey()),
            List.of(name(gene, counted)));
      }
    };
  }

  private GeneCall result(
      GeneReading reading,
      Status status,
      List<String> diplotypes,
      List<String> phenotypes,
      List<String> keys,
      List<String> lookupDiplotypes) {
    String activity = String.join(" OR ", keys).replace(NO_RESULT, NOT_AVAILABLE);
    return new GeneCall(
        reading.gene().gene(),
        status,
        diplotypes,
        phenotypes,
        keys,
        lookupDiplotypes,
        reading.gene().phenotypes().usesActivity() ? activity : null,
        reading.missing(),
        reading.total(),
        content.version());
  }

  private static Phenotype phenotype(GeneDefinition gene, Pair pair) {
    if (gene.phenotypes().empty()) {
      return new Phenotype("", "");
    }
    String second = pair.second();
    Optional<Phenotype> row =
        second == null
            ? gene.phenotypes().of(pair.first())
            : gene.phenotypes().of(pair.first(), second);
    return row.orElse(new Phenotype(NOT_AVAILABLE, NOT_AVAILABLE));
  }

  private static String name(GeneDefinition gene, Pair pair) {
    String second = pair.second();
    if (second == null) {
      return pair.first();
    }
    String display = gene.referenceDisplay();
    String reference = gene.referenceAllele().name();
    boolean firstIs = pair.first().equals(reference);
    boolean secondIs = second.equals(reference);
    if (display == null || (!firstIs && !secondIs)) {
      return pair.first() + "/" + second;
    }
    if (firstIs && secondIs) {
      return display;
    }
    return (firstIs ? second : pair.first()) + " (heterozygous)";
  }
}
