package health.lifelong.analytics.genotype.domain;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place to read in a genome of a given build.
 *
 * @param position 1-based in the genome's build, or null where only the rsID can find the site
 * @param reference bases of the reference genome of that build from {@code position} on
 * @param acceptedReferences what REF may be in a record of this site; a record with another REF is
 *     about something else
 * @param listed the alternative alleles the site's table knows, to choose among several records
 */
public record Site(
    String chromosome,
    @Nullable Integer position,
    @Nullable String rsid,
    String reference,
    Set<String> acceptedReferences,
    List<String> listed) {

  public Site {
    acceptedReferences = Set.copyOf(acceptedReferences);
    listed = List.copyOf(listed);
  }
}
