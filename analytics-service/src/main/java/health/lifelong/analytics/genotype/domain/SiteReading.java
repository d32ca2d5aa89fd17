package health.lifelong.analytics.genotype.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a genome says at one site: the bases of its alleles, or why there are none. */
public sealed interface SiteReading {

  /**
   * Alleles in upper-case bases on the plus strand.
   *
   * @param second null where the call is haploid (X, Y or MT)
   * @param phased whether {@code first} lies on a known strand
   * @param phaseSet the set within which strands are comparable; null is the set of all calls
   *     without one
   * @param provenByBlock true where a reference block stands for the record
   */
  record Read(
      String first,
      @Nullable String second,
      boolean phased,
      @Nullable Integer phaseSet,
      boolean provenByBlock)
      implements SiteReading {

    /** One or two alleles. */
    public List<String> alleles() {
      return second == null ? List.of(first) : List.of(first, second);
    }

    public boolean haploid() {
      return second == null;
    }

    public boolean heterozygous() {
      return second != null && !second.equals(first);
    }

    /** How often the allele was read, 0 to 2. */
    public int copies(String allele) {
      return (int) alleles().stream().filter(allele::equals).count();
    }

    /**
     * The alleles in alphabetical order, written together where each is one base: {@code AG}, else
     * {@code A/AT}.
     */
    public String text() {
      boolean single = alleles().stream().allMatch(allele -> allele.length() == 1);
      Stream<String> sorted = alleles().stream().sorted();
      return String.join(single ? "" : "/", sorted.toList());
    }
  }

  /**
   * No genotype, for a reason.
   *
   * @param seen the one allele that a half call read, or null
   */
  record Unread(UnreadReason reason, @Nullable String seen) implements SiteReading {
    public Unread(UnreadReason reason) {
      this(reason, null);
    }
  }
}
