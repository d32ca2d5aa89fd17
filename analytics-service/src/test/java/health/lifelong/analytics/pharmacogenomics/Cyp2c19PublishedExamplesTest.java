package health.lifelong.analytics.pharmacogenomics;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CYP2C19 as CPIC's clopidogrel guideline assigns it (PMID 35034351, table 1; genomics.md 3.2,
 * 4.3).
 */
final class Cyp2c19PublishedExamplesTest {
  private static final String STAR_1 = "rs3758581";
  private static final String STAR_2 = "rs4244285";
  private static final String STAR_2_INTRON = "rs12769205";
  private static final String STAR_3 = "rs4986893";
  private static final String STAR_17 = "rs12248560";

  private static GeneGenome everyday() {
    return GeneGenome.of("CYP2C19").with(STAR_1, "1/1");
  }

  @ParameterizedTest
  @CsvSource({
    "0/0, 0/0, 0/0, *1/*1, Normal Metabolizer",
    "0/0, 0/0, 0/1, *1/*17, Rapid Metabolizer",
    "0/0, 0/0, 1/1, *17/*17, Ultrarapid Metabolizer",
    "0/1, 0/0, 0/0, *1/*2, Intermediate Metabolizer",
    "1/1, 0/0, 0/0, *2/*2, Poor Metabolizer",
    "0/0, 0/1, 0/0, *1/*3, Intermediate Metabolizer",
    "0/0, 1/1, 0/0, *3/*3, Poor Metabolizer",
    "0/1, 0/1, 0/0, *2/*3, Poor Metabolizer",
    "0/1, 0/0, 0/1, *2/*17, Intermediate Metabolizer"
  })
  void theCommonDiplotypesHaveTheirPhenotypes(
      String two, String three, String seventeen, String diplotype, String phenotype) {
    GeneGenome genome =
        everyday()
            .with(STAR_2, two)
            .with(STAR_2_INTRON, two)
            .with(STAR_3, three)
            .with(STAR_17, seventeen);
    for (GeneCall call : new GeneCall[] {genome.call(), genome.callIn37()}) {
      assertThat(call.diplotypes()).containsExactly(diplotype);
      assertThat(call.phenotypes()).containsExactly(phenotype);
      assertThat(call.lookupKeys()).containsExactly(phenotype);
      assertThat(call.activityScore()).isNull();
      assertThat(call.positionsMissing()).isZero();
      assertThat(call.positionsTotal()).isEqualTo(34);
    }
  }

  @Test
  void aGenomeThatIsReferenceEverywhereIsStar38AndNotStar1() {
    assertThat(GeneGenome.of("CYP2C19").call().diplotypes()).containsExactly("*38/*38");
  }

  @Test
  void withoutTheMarkerOfStar1BothAreShown() {
    GeneCall call = everyday().without(STAR_1).call();
    assertThat(call.diplotypes()).containsExactly("*1/*1", "*1/*38", "*38/*38");
    assertThat(call.phenotypes()).hasSize(3).containsOnly("Normal Metabolizer");
    assertThat(call.positionsMissing()).isEqualTo(1);
  }

  @Test
  void aHalfCalledStar2IsNeitherOneCopyNorTwo() {
    for (String intron : new String[] {"0/0", "0/1", "1/1"}) {
      GeneCall call = everyday().with(STAR_2, "1/.").with(STAR_2_INTRON, intron).call();
      assertThat(call.status()).isEqualTo(GeneCall.Status.HALF_CALL);
      assertThat(call.positionsMissing()).isEqualTo(1);
      assertThat(call.diplotypes()).containsExactly("Unknown/Unknown");
      assertThat(call.lookupKeys()).containsExactly("No Result");
    }
  }

  @Test
  void aHalfCalledReferenceIsAMissingPosition() {
    GeneCall call = everyday().with(STAR_3, "0/.").call();
    assertThat(call.status()).isEqualTo(GeneCall.Status.CALLED);
    assertThat(call.positionsMissing()).isEqualTo(1);
  }

  @Test
  void aBaseThatNoDefinitionListsGivesNoCall() {
    GeneCall call =
        everyday().without(STAR_3).and(CallList.vcf("10", 94780653, null, "G", "C", "0/1")).call();
    assertThat(call.status()).isEqualTo(GeneCall.Status.NO_MATCH);
    assertThat(call.diplotypes()).containsExactly("Unknown/Unknown");
    assertThat(call.lookupKeys()).containsExactly("No Result");
  }
}
