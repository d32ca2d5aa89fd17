package health.lifelong.analytics.pharmacogenomics.algorithm;

import health.lifelong.analytics.genotype.algorithm.SiteReader;
import health.lifelong.analytics.genotype.domain.Site;
import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.genotype.domain.SiteReading.Unread;
import health.lifelong.analytics.pharmacogenomics.domain.DefiningPosition;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition.UnlistedAlternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The usable calls of one genome at the positions of one gene.
 *
 * @param located whether any position of the gene has a place in the genome's build
 * @param halfVariant whether a half call shows a variant that definitions list: a diplotype without
 *     it would be wrong, and one with it twice would be a guess
 */
record GeneReading(
    GeneDefinition gene, List<Observed> observed, boolean located, boolean halfVariant) {

  /** Sites whose GRCh37 reference base is another than the GRCh38 one (genomics.md 3.3). */
  private static final Map<String, String> REFERENCE_IN_GRCH37 = Map.of("rs776746", "C");

  /** One position with the alleles that were read there. */
  record Observed(DefiningPosition position, Read read) {}

  GeneReading {
    observed = List.copyOf(observed);
  }

  static GeneReading of(GeneDefinition gene, SiteReader sites, String build) {
    List<Observed> observed = new ArrayList<>();
    boolean located = false;
    boolean halfVariant = false;
    for (DefiningPosition position : gene.positions()) {
      Integer place = place(gene, position, build);
      located |= place != null;
      switch (sites.read(site(position, place, build))) {
        case Read read -> observed.add(new Observed(position, understood(gene, position, read)));
        case Unread(var reason, var seen) ->
            halfVariant |= seen != null && position.alternatives().contains(seen);
      }
    }
    return new GeneReading(gene, observed, located, halfVariant);
  }

  private static @Nullable Integer place(
      GeneDefinition gene, DefiningPosition position, String build) {
    if (build.equals("GRCh38")) {
      return position.position();
    }
    Integer offset = gene.offset37();
    return build.equals("GRCh37") && offset != null ? position.position() + offset : null;
  }

  private static Site site(DefiningPosition position, @Nullable Integer place, String build) {
    Set<String> references = new TreeSet<>(Set.of(position.reference()));
    String reference = position.reference();
    if (!build.equals("GRCh38") && position.substitution()) {
      // Builds differ in which allele of a common variant they hold; the bases themselves are the
      // same.
      references.addAll(position.alternatives());
      String rsid = position.rsid();
      reference = rsid == null ? reference : REFERENCE_IN_GRCH37.getOrDefault(rsid, reference);
    }
    List<String> listed = new ArrayList<>(position.alternatives());
    listed.add(position.reference());
    return new Site(position.chromosome(), place, position.rsid(), reference, references, listed);
  }

  private static Read understood(GeneDefinition gene, DefiningPosition position, Read read) {
    if (gene.unlisted() == UnlistedAlternative.NO_MATCH) {
      return read;
    }
    String second = read.second();
    return new Read(
        position.lists(read.first()) ? read.first() : position.reference(),
        second == null || position.lists(second) ? second : position.reference(),
        read.phased(),
        read.phaseSet(),
        read.provenByBlock());
  }

  int total() {
    return gene.positions().size();
  }

  int missing() {
    return total() - observed.size();
  }

  /** Without the positions that CPIC counts but no definition uses. */
  List<Observed> informative() {
    return observed.stream().filter(o -> !o.position().ignored()).toList();
  }

  Optional<Read> at(String rsid) {
    return observed.stream()
        .filter(o -> rsid.equals(o.position().rsid()))
        .map(Observed::read)
        .findFirst();
  }
}
