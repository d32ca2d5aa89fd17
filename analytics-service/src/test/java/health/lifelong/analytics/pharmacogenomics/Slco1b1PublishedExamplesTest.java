package health.lifelong.analytics.pharmacogenomics;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SLCO1B1 as CPIC's statin guideline assigns it (PMID 35152405, table 1; genomics.md 3.2, 4.2). */
final class Slco1b1PublishedExamplesTest {
  private static final String STAR_5 = "rs4149056";
  private static final String STAR_37 = "rs2306283";

  @ParameterizedTest
  @CsvSource({
    "0/0, 0/0, *1/*1, Normal Function",
    "0/0, 0/1, *1/*37, Normal Function",
    "0/0, 1/1, *37/*37, Normal Function",
    "0/1, 0/0, *1/*5, Decreased Function",
    "1/1, 0/0, *5/*5, Poor Function",
    "0/1, 1/1, *15/*37, Decreased Function",
    "1/1, 1/1, *15/*15, Poor Function",
    "0|1, 0|1, *1/*15, Decreased Function",
    "0|1, 1|0, *5/*37, Decreased Function"
  })
  void theCommonDiplotypesHaveTheirFunction(
      String five, String thirtySeven, String diplotype, String phenotype) {
    GeneGenome genome = GeneGenome.of("SLCO1B1").with(STAR_5, five).with(STAR_37, thirtySeven);
    for (GeneCall call : new GeneCall[] {genome.call(), genome.callIn37()}) {
      assertThat(call.diplotypes()).containsExactly(diplotype);
      assertThat(call.phenotypes()).containsExactly(phenotype);
      assertThat(call.lookupKeys()).containsExactly(phenotype);
      assertThat(call.positionsMissing()).isZero();
      assertThat(call.positionsTotal()).isEqualTo(31);
    }
  }

  @Test
  void twoUnphasedVariantsGiveTheBestScoringPairs() {
    // *1 lists every position, so that *1/*15 explains more than *5/*37.
    assertThat(
            GeneGenome.of("SLCO1B1").with(STAR_5, "0/1").with(STAR_37, "0/1").call().diplotypes())
        .containsExactly("*1/*15");
  }

  @ParameterizedTest
  @CsvSource({"0/0, Normal Function", "0/1, Decreased Function", "1/1, Poor Function"})
  void whereNoDiplotypeFitsRs4149056AloneDecides(String genotype, String key) {
    // Three homozygous variants that no allele has together.
    GeneCall call =
        GeneGenome.of("SLCO1B1")
            .with(STAR_5, genotype)
            .with("rs59113707", "1/1")
            .with("rs56101265", "1/1")
            .with("rs72559748", "1/1")
            .call();
    assertThat(call.status()).isEqualTo(GeneCall.Status.NO_MATCH);
    assertThat(call.diplotypes()).containsExactly("Unknown/Unknown");
    assertThat(call.phenotypes()).containsExactly("No Result");
    assertThat(call.lookupKeys()).containsExactly(key);
  }

  @Test
  void withoutRs4149056TheFallbackSaysNothing() {
    GeneCall call =
        GeneGenome.of("SLCO1B1")
            .without(STAR_5)
            .with("rs59113707", "1/1")
            .with("rs56101265", "1/1")
            .with("rs72559748", "1/1")
            .call();
    assertThat(call.lookupKeys()).containsExactly("No Result");
  }
}
