package health.lifelong.analytics.insight;

import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.GenotypeTable;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.List;

/** Small invented genomes of GRCh37, as an array reads them. */
public final class TestGenome {
  private final GenotypeTable.Builder calls = new GenotypeTable.Builder();

  private TestGenome() {}

  public static TestGenome empty() {
    return new TestGenome();
  }

  /** A carrier of the reduced form of ALDH2, fast ADH1B, CYP2C19 *1/*2, SLCO1B1 common. */
  public static Genotypes carrier() {
    return withAldh2("AG");
  }

  /** The same with another rs671 genotype. */
  public static Genotypes withAldh2(String bases) {
    return empty()
        .site("12", 112241766, "rs671", bases)
        .site("4", 100239319, "rs1229984", "TT")
        .site("10", 96541616, "rs4244285", "AG")
        .site("10", 96540410, "rs4986893", "GG")
        .site("10", 96521657, "rs12248560", "CC")
        .site("10", 96602623, "rs3758581", "GG")
        .site("12", 21331549, "rs4149056", "TT")
        .site("12", 21329738, "rs2306283", "AA")
        .build();
  }

  public TestGenome site(String chromosome, int position, String rsid, String bases) {
    String first = bases.substring(0, 1);
    String second = bases.substring(1, 2);
    boolean same = first.equals(second);
    calls.add(
        new Call(
            chromosome,
            position,
            position,
            rsid,
            same ? List.of(first) : List.of(first, second),
            false,
            0,
            same ? 0 : 1,
            false,
            null,
            CallState.CALLED));
    return this;
  }

  public TestGenome unread(String chromosome, int position, String rsid) {
    calls.add(
        new Call(
            chromosome,
            position,
            position,
            rsid,
            List.of(),
            false,
            Call.MISSING,
            Call.MISSING,
            false,
            null,
            CallState.NO_CALL));
    return this;
  }

  public Genotypes build() {
    return calls.build("GRCh37");
  }

  public Genotypes ofUnknownBuild() {
    return calls.build("unknown");
  }
}
