package health.lifelong.analytics.trait.algorithm;

import health.lifelong.analytics.genotype.algorithm.SiteReader;
import health.lifelong.analytics.genotype.domain.Site;
import health.lifelong.analytics.genotype.domain.SiteReading;
import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.genotype.domain.SiteReading.Unread;
import health.lifelong.analytics.genotype.domain.UnreadReason;
import health.lifelong.analytics.trait.domain.TraitCatalogue;
import health.lifelong.analytics.trait.domain.TraitDefinition;
import health.lifelong.analytics.trait.domain.TraitDefinition.TraitClass;
import health.lifelong.analytics.trait.domain.TraitResult;
import health.lifelong.analytics.trait.domain.TraitSite;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads single-variant traits from a genome of any build: by position where the build's is known,
 * else by rsID. Which allele a file calls the reference never matters; only the bases do.
 */
public final class TraitReader {
  private final TraitCatalogue catalogue;

  public TraitReader(TraitCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** One result a trait of the catalogue. A genome of unknown build gives no trait at all. */
  public List<TraitResult> read(Genotypes genotypes) {
    SiteReader sites = new SiteReader(genotypes);
    return catalogue.traits().stream().map(trait -> read(trait, sites, genotypes.build())).toList();
  }

  /** The genotypes of the catalogue's sites, by rsID; those without a genotype are left out. */
  public SortedMap<String, String> genotypes(Genotypes genotypes) {
    SiteReader sites = new SiteReader(genotypes);
    SortedMap<String, String> texts = new TreeMap<>();
    catalogue
        .sites()
        .forEach(
            site -> {
              if (sites.read(place(site, genotypes.build())) instanceof Read read) {
                texts.put(site.rsid(), read.text());
              }
            });
    return texts;
  }

  private static TraitResult read(TraitDefinition trait, SiteReader sites, String build) {
    List<Read> reads = new ArrayList<>();
    SortedMap<String, String> genotypes = new TreeMap<>();
    for (TraitSite site : trait.sites()) {
      switch (reading(site, sites, build)) {
        case Unread(var reason, var seen) -> {
          return new TraitResult.NotRead(trait, site.rsid(), reason);
        }
        case Read read -> {
          reads.add(read);
          genotypes.put(site.rsid(), read.text());
        }
      }
    }
    TraitClass found =
        byStrand(reads)
            .map(trait.classes()::get)
            .or(() -> Optional.ofNullable(trait.classes().get(byGenotype(reads))))
            .orElse(null);
    return found == null
        ? new TraitResult.NotClassified(trait, genotypes)
        : new TraitResult.Called(trait, genotypes, found);
  }

  private static SiteReading reading(TraitSite site, SiteReader sites, String build) {
    if (!build.equals("GRCh36") && !build.equals("GRCh37") && !build.equals("GRCh38")) {
      return new Unread(UnreadReason.BUILD);
    }
    SiteReading reading = sites.read(place(site, build));
    Set<String> alleles = Set.of(site.reference38(), site.alternative38());
    return reading instanceof Read read && !alleles.containsAll(read.alleles())
        ? new Unread(UnreadReason.UNEXPECTED_ALLELE)
        : reading;
  }

  private static Site place(TraitSite site, String build) {
    return new Site(
        site.chromosome(),
        position(site, build),
        site.rsid(),
        build.equals("GRCh37") ? site.reference37() : site.reference38(),
        Set.of(site.reference38(), site.alternative38()),
        List.of(site.reference38(), site.alternative38()));
  }

  private static @Nullable Integer position(TraitSite site, String build) {
    return switch (build) {
      case "GRCh37" -> Integer.valueOf(site.position37());
      case "GRCh38" -> Integer.valueOf(site.position38());
      default -> null;
    };
  }

  private static String byGenotype(List<Read> reads) {
    return reads.stream().map(Read::text).collect(Collectors.joining("+"));
  }

  /** The haplotypes of two sites where both are phased to each other. */
  private static Optional<String> byStrand(List<Read> reads) {
    boolean known =
        reads.size() == 2
            && reads.stream().allMatch(read -> read.phased() && read.second() != null)
            && Objects.equals(reads.getFirst().phaseSet(), reads.getLast().phaseSet());
    if (!known) {
      return Optional.empty();
    }
    String one = reads.getFirst().first() + reads.getLast().first();
    String other = Objects.requireNonNull(reads.getFirst().second()) + reads.getLast().second();
    return Optional.of(Stream.of(one, other).sorted().collect(Collectors.joining("|")));
  }
}
