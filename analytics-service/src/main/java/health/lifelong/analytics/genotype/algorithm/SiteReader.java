package health.lifelong.analytics.genotype.algorithm;

import health.lifelong.analytics.genotype.domain.Site;
import health.lifelong.analytics.genotype.domain.SiteReading;
import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.genotype.domain.SiteReading.Unread;
import health.lifelong.analytics.genotype.domain.SiteRecord;
import health.lifelong.analytics.genotype.domain.UnreadReason;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads one site of a genome. The order of the records in the file never matters: of several
 * records at one position the one whose REF is right and whose ALTs fit the table best is read,
 * records that split one multi-allelic site are put together, and those that contradict each other
 * are a conflict.
 */
public final class SiteReader {
  private final Genotypes genotypes;

  public SiteReader(Genotypes genotypes) {
    this.genotypes = genotypes;
  }

  /** The genotype at the site, or why there is none. */
  public SiteReading read(Site site) {
    List<SiteRecord> records = records(site);
    List<SiteRecord> fitting =
        records.stream()
            .filter(r -> r.reference() == null || site.acceptedReferences().contains(r.reference()))
            .toList();
    if (fitting.isEmpty()) {
      return withoutRecord(
          site, records.isEmpty() ? UnreadReason.NOT_ASSAYED : UnreadReason.OTHER_REFERENCE);
    }
    List<SiteRecord> read = fitting.stream().filter(r -> r.reading() instanceof Read).toList();
    if (read.isEmpty()) {
      return worst(fitting);
    }
    int best = read.stream().mapToInt(record -> fit(record, site)).max().orElseThrow();
    return together(read.stream().filter(record -> fit(record, site) == best).toList());
  }

  private List<SiteRecord> records(Site site) {
    List<SiteRecord> found = new ArrayList<>();
    Integer position = site.position();
    if (position != null) {
      genotypes.at(site.chromosome(), position).map(SiteRecord::of).forEach(found::add);
      found.removeIf(SiteRecord::block);
    }
    String rsid = site.rsid();
    if (found.isEmpty() && rsid != null) {
      // An array's rsID is its probe; a VCF's is an annotation, and believed only where no position
      // is known.
      genotypes
          .byRsid(rsid)
          .filter(call -> position == null || !call.refKnown())
          .map(SiteRecord::of)
          .filter(record -> !record.block())
          .ifPresent(found::add);
    }
    return found;
  }

  private SiteReading withoutRecord(Site site, UnreadReason otherwise) {
    Integer position = site.position();
    if (position == null) {
      return new Unread(site.rsid() == null ? UnreadReason.BUILD : otherwise);
    }
    for (int i = 0; i < site.reference().length(); i++) {
      if (!genotypes.provenReference(site.chromosome(), position + i)) {
        return new Unread(otherwise);
      }
    }
    return new Read(site.reference(), site.reference(), false, null, true);
  }

  private static Unread worst(List<SiteRecord> records) {
    return records.stream()
        .map(SiteRecord::reading)
        .filter(Unread.class::isInstance)
        .map(Unread.class::cast)
        .max(
            Comparator.comparingInt((Unread unread) -> tellsMore(unread.reason()))
                .thenComparing(unread -> String.valueOf(unread.seen())))
        .orElse(new Unread(UnreadReason.NO_CALL));
  }

  private static int tellsMore(UnreadReason reason) {
    return switch (reason) {
      case BUILD, NOT_ASSAYED, OTHER_REFERENCE, UNEXPECTED_ALLELE -> 0;
      case NO_CALL -> 1;
      case NOT_BASES -> 2;
      case FILTERED -> 3;
      case HALF_CALL -> 4;
      case CONFLICT -> 5;
    };
  }

  private static int fit(SiteRecord record, Site site) {
    return (int) record.alternatives().stream().filter(site.listed()::contains).count();
  }

  private static SiteReading together(List<SiteRecord> records) {
    List<Read> distinct =
        records.stream()
            .map(record -> (Read) record.reading())
            .distinct()
            .sorted(Comparator.comparing(Read::phased).reversed().thenComparing(Read::toString))
            .toList();
    if (distinct.stream().map(Read::text).distinct().count() == 1) {
      return distinct.getFirst();
    }
    return splitOfOneSite(records) ? joined(records) : new Unread(UnreadReason.CONFLICT);
  }

  private static boolean splitOfOneSite(List<SiteRecord> records) {
    Set<String> seen = new HashSet<>();
    return records.stream().allMatch(record -> record.reference() != null)
        && records.stream().flatMap(record -> record.alternatives().stream()).allMatch(seen::add);
  }

  private static SiteReading joined(List<SiteRecord> records) {
    List<Read> variants =
        records.stream()
            .filter(
                r ->
                    !((Read) r.reading()).alleles().stream().allMatch(a -> a.equals(r.reference())))
            .map(r -> (Read) r.reading())
            .toList();
    if (variants.size() == 1) {
      return variants.getFirst();
    }
    List<String> alternatives =
        records.stream()
            .flatMap(
                r -> ((Read) r.reading()).alleles().stream().filter(a -> !a.equals(r.reference())))
            .sorted()
            .collect(Collectors.toList());
    boolean diploid = variants.stream().noneMatch(Read::haploid);
    if (alternatives.size() != 2 || !diploid) {
      return new Unread(UnreadReason.CONFLICT);
    }
    return new Read(alternatives.getFirst(), alternatives.getLast(), false, null, false);
  }
}
