package health.lifelong.analytics.genome.algorithm;

import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.genotype.domain.SiteRecord;
import health.lifelong.analytics.pharmacogenomics.algorithm.DrugAdvisor;
import health.lifelong.analytics.pharmacogenomics.algorithm.PharmacogeneCaller;
import health.lifelong.analytics.pharmacogenomics.domain.CpicContent;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable;
import health.lifelong.analytics.polygenic.algorithm.PolygenicScorer;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.trait.algorithm.TraitReader;
import health.lifelong.analytics.trait.domain.TraitCatalogue;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs every genetic reading over one genome. Immutable; one instance serves all requests. */
public final class GenomeAnalysis {
  private final TraitReader traits;
  private final PharmacogeneCaller genes;
  private final DrugAdvisor advisor;

  public GenomeAnalysis(
      TraitCatalogue traits, CpicContent content, RecommendationTable recommendations) {
    this.traits = new TraitReader(traits);
    this.genes = new PharmacogeneCaller(content);
    this.advisor = new DrugAdvisor(recommendations);
  }

  /** With the content that ships with the product. */
  public static GenomeAnalysis shipped() {
    return new GenomeAnalysis(
        TraitCatalogue.shipped(), CpicContent.shipped(), RecommendationTable.shipped());
  }

  /**
   * Reads a genome.
   *
   * @param everyRsid whether to list the genotype of every rsID and not of the named traits only
   *     (small files)
   * @param scores polygenic scores to sum, without imputing missing genotypes
   */
  public GenomeReport analyze(Genotypes genotypes, boolean everyRsid, List<ScoringFile> scores) {
    SortedMap<String, String> texts = everyRsid ? everyRsid(genotypes) : new TreeMap<>();
    texts.putAll(traits.genotypes(genotypes));
    List<GeneCall> calls = genes.call(genotypes);
    List<ScoreOutcome> outcomes =
        scores.stream().map(score -> PolygenicScorer.score(score, genotypes, null)).toList();
    return new GenomeReport(
        genotypes.build(),
        SexGuesser.guess(genotypes),
        texts,
        traits.read(genotypes),
        calls,
        advisor.advise(calls),
        outcomes);
  }

  /** A gene that another laboratory called, with what CPIC says of that diplotype. */
  public GeneCall outside(String gene, String diplotype) {
    return genes.outside(gene, diplotype);
  }

  /** Of several records of one rsID the first by position counts, as where an rsID is looked up. */
  private static SortedMap<String, String> everyRsid(Genotypes genotypes) {
    SortedMap<String, String> texts = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    genotypes
        .all()
        .forEach(
            call -> {
              String rsid = call.rsid();
              if (rsid != null && seen.add(rsid)) {
                text(call).ifPresent(text -> texts.put(rsid, text));
              }
            });
    return texts;
  }

  private static Optional<String> text(Call call) {
    if (SiteRecord.of(call).reading() instanceof Read read) {
      return Optional.of(read.text());
    }
    String first = call.firstAllele();
    String second = call.haploid() ? "" : call.secondAllele();
    boolean letters = !call.refKnown() && call.state() == CallState.CALLED;
    // An array writes insertions and deletions as I and D.
    return letters && first != null && second != null
        ? Optional.of(Stream.of(first, second).sorted().collect(Collectors.joining()))
        : Optional.empty();
  }
}
