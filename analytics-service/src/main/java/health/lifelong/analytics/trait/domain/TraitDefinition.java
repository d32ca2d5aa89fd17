package health.lifelong.analytics.trait.domain;

import java.util.List;
import java.util.Map;

/**
 * A trait and what its genotypes mean.
 *
 * @param sites one site, or two whose alleles make haplotypes (APOE)
 * @param minimumAge completed years below which the result is never shown
 * @param verified false while a source still has to be checked: computed, never served
 * @param classes by genotype: {@code AG} for one site; {@code TT+CC} for two, or {@code CC|TT}
 *     where the two strands are known (bases of one strand, then of the other, in alphabetical
 *     order)
 */
public record TraitDefinition(
    String id,
    String gene,
    List<TraitSite> sites,
    Tier tier,
    Channel channel,
    int minimumAge,
    boolean verified,
    String limits,
    String source,
    Map<String, TraitClass> classes) {

  /** What a result is good for. */
  public enum Tier {
    /** Actionable advice. */
    A,
    /** Small effect, shown with its size. */
    B,
    /** Informative, on request only. */
    C,
    FUN,
    /** Opt-in, medical channel. */
    GATE,
    /** Not shown. */
    X
  }

  /** Through which legal channel a result may reach a person (genomics.md 8). */
  public enum Channel {
    DTC,
    MEDICAL,
    RESEARCH,
    NEVER
  }

  /** A class of genotypes and its meaning in plain English. */
  public record TraitClass(String name, String meaning) {}

  public TraitDefinition {
    sites = List.copyOf(sites);
    classes = Map.copyOf(classes);
  }

  /** Whether any channel may show this trait to anybody. */
  public boolean servable() {
    return verified && tier != Tier.X && channel != Channel.NEVER;
  }
}
