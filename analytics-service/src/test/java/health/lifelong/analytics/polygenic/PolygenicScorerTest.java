package health.lifelong.analytics.polygenic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.polygenic.algorithm.PolygenicScorer;
import health.lifelong.analytics.polygenic.domain.FrequencyPanel;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Reason;
import health.lifelong.analytics.polygenic.domain.ReferenceDistribution;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoreResult;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.Standing;
import health.lifelong.vocabulary.genome.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums, denominators, refusals. */
final class PolygenicScorerTest {
  private static final String COLUMNS =
      "#pgs_id=x\n#genome_build=GRCh37\n"
          + "chr_name\tchr_position\teffect_allele\tother_allele\teffect_weight"
          + "\tis_dominant\tis_recessive\tdosage_0_weight\tdosage_1_weight\tdosage_2_weight\n";

  private static final FrequencyPanel QUARTER =
      new FrequencyPanel() {
        @Override
        public String name() {
          return "quarter";
        }

        @Override
        public OptionalDouble frequency(String chromosome, int position, String allele) {
          return position == 999 ? OptionalDouble.empty() : OptionalDouble.of(0.25);
        }
      };

  private static ScoreResult score(String rows, @Nullable FrequencyPanel panel, Call... calls) {
    ScoreOutcome outcome =
        PolygenicScorer.score(
            ScoringFiles.score(COLUMNS + rows), new CallList("GRCh37", List.of(calls)), panel);
    assertThat(outcome).isInstanceOf(ScoreOutcome.Scored.class);
    return ((ScoreOutcome.Scored) outcome).result();
  }

  private static String row(int position, String effect, String other, String rest) {
    return "1\t" + position + "\t" + effect + "\t" + other + "\t" + rest + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    "0/0, 0, 0, 0, 5",
    "0/1, 0.3, 0.3, 0, 7",
    "1/1, 0.6, 0.3, 0.3, 11",
    "1, 0.6, 0.3, 0.3, 11"
  })
  void everyKindOfEffectCountsItsCopies(
      String genotype, double additive, double dominant, double recessive, double perDosage) {
    Call call = CallList.vcf("1", 100, null, "A", "G", genotype);
    assertThat(score(row(100, "G", "A", "0.3\t\t\t\t\t"), null, call).sum()).isEqualTo(additive);
    assertThat(score(row(100, "G", "A", "0.3\tTrue\tFalse\t\t\t"), null, call).sum())
        .isEqualTo(dominant);
    assertThat(score(row(100, "G", "A", "0.3\tFalse\tTrue\t\t\t"), null, call).sum())
        .isEqualTo(recessive);
    assertThat(score(row(100, "G", "A", "\t\t\t5\t7\t11"), null, call).sum()).isEqualTo(perDosage);
  }

  @Test
  void aRowOnTheOtherStrandCountsTheOtherStrandsBase() {
    Call call = CallList.vcf("1", 100, null, "A", "G", "0/1");
    assertThat(score(row(100, "C", "T", "0.3\t\t\t\t\t"), null, call).sum()).isEqualTo(0.3);
  }

  @Test
  void aMissingGenotypeAddsNothingAndLeavesTheDenominator() {
    String rows = row(100, "G", "A", "1\t\t\t\t\t") + row(200, "G", "A", "1\t\t\t\t\t");
    ScoreResult result =
        score(
            rows,
            null,
            CallList.vcf("1", 100, null, "A", "G", "0/1"),
            CallList.vcf("1", 200, null, "A", "G", "./."));
    assertThat(result.sum()).isEqualTo(1);
    assertThat(result.denominator()).isEqualTo(2);
    assertThat(result.average()).isEqualTo(0.5);
    assertThat(result.matched()).isEqualTo(2);
    assertThat(result.missing()).isEqualTo(1);
  }

  @Test
  void aPanelsExpectationStandsForAMissingGenotype() {
    Call missing = CallList.vcf("1", 100, null, "A", "G", "0/.");
    assertThat(score(row(100, "G", "A", "1\t\t\t\t\t"), QUARTER, missing).sum()).isEqualTo(0.5);
    assertThat(score(row(100, "G", "A", "1\tTrue\t\t\t\t"), QUARTER, missing).sum())
        .isCloseTo(1 - 0.75 * 0.75, within(1e-15));
    assertThat(score(row(100, "G", "A", "1\t\tTrue\t\t\t"), QUARTER, missing).sum())
        .isEqualTo(0.0625);
    assertThat(score(row(100, "G", "A", "\t\t\t1\t2\t4"), QUARTER, missing).sum())
        .isCloseTo(0.5625 + 2 * 0.375 + 4 * 0.0625, within(1e-15));
    ScoreResult result = score(row(100, "G", "A", "1\t\t\t\t\t"), QUARTER, missing);
    assertThat(result.denominator()).isEqualTo(2);
    assertThat(result.imputed()).isEqualTo(1);
    assertThat(result.panel()).isEqualTo("quarter");
  }

  @Test
  void whatThePanelDoesNotKnowIsNotImputed() {
    ScoreResult result =
        score(
            row(999, "G", "A", "1\t\t\t\t\t") + row(100, "G", "A", "1\t\t\t\t\t"),
            QUARTER,
            CallList.vcf("1", 999, null, "A", "G", "./."),
            CallList.vcf("1", 100, null, "A", "G", "1/1"));
    assertThat(result.denominator()).isEqualTo(2);
    assertThat(result.imputed()).isZero();
  }

  @Test
  void everyRowThatDoesNotCountIsCountedByItsReason() {
    ScoreResult result =
        score(
            row(100, "G", "A", "1\t\t\t\t\t")
                + row(200, "A", "T", "1\t\t\t\t\t")
                + row(300, "A", "G", "1\t\t\t\t\t"),
            null,
            CallList.vcf("1", 100, null, "A", "G", "0/1"),
            CallList.vcf("1", 200, null, "A", "T", "0/1"));
    assertThat(result.notCounted())
        .containsEntry(Reason.AMBIGUOUS, 1)
        .containsEntry(Reason.NOT_IN_GENOME, 1)
        .hasSize(2);
    assertThat(result.coverage()).isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void buildsThatDoNotAgreeAreRefused() throws IOException {
    CallList in37 =
        new CallList("GRCh37", List.of(CallList.vcf("11", 69331418, null, "C", "T", "0/1")));
    CallList unknown = new CallList("unknown", List.of());
    ScoringFile native37 = ScoringFiles.sharedScore("PGS000001.txt.gz");
    ScoringFile in38 = ScoringFiles.sharedScore("PGS000001_hmPOS_GRCh38.txt.gz");
    assertThat(PolygenicScorer.score(native37, in37, null))
        .isEqualTo(
            new ScoreOutcome.Refused("PGS000001", ScoreOutcome.Reason.SCORE_BUILD_NOT_STATED));
    assertThat(PolygenicScorer.score(in38, in37, null))
        .isEqualTo(new ScoreOutcome.Refused("PGS000001", ScoreOutcome.Reason.BUILDS_DIFFER));
    assertThat(PolygenicScorer.score(in38, unknown, null))
        .isEqualTo(new ScoreOutcome.Refused("PGS000001", ScoreOutcome.Reason.GENOME_BUILD_UNKNOWN));
    assertThat(
            PolygenicScorer.score(
                ScoringFiles.sharedScore("PGS000001_hmPOS_GRCh37.txt.gz"), in37, null))
        .isInstanceOf(ScoreOutcome.Scored.class);
    assertThat(PolygenicScorer.score(ScoringFiles.sharedScore("custom.txt"), in37, null))
        .isEqualTo(new ScoreOutcome.Refused("test", ScoreOutcome.Reason.NOTHING_MATCHED));
  }

  @Test
  void aScoreHasNoStandingWithoutADistributionOfTheVerySame() {
    Call call = CallList.vcf("1", 100, null, "A", "G", "0/1");
    ScoreResult score = score(row(100, "G", "A", "1\t\t\t\t\t"), null, call);
    assertThat(ReferenceDistribution.place(score, null))
        .isEqualTo(new Standing.Refused(Standing.Reason.NO_REFERENCE_DISTRIBUTION));
    assertThat(ReferenceDistribution.place(score, distribution("x", null, score.variants())))
        .isEqualTo(new Standing.Placed(2, "EAS"));
    assertThat(ReferenceDistribution.place(score, distribution("y", null, score.variants())))
        .isEqualTo(new Standing.Refused(Standing.Reason.OTHER_SCORE));
    assertThat(ReferenceDistribution.place(score, distribution("x", "quarter", score.variants())))
        .isEqualTo(new Standing.Refused(Standing.Reason.OTHER_OPTIONS));
    assertThat(ReferenceDistribution.place(score, distribution("x", null, "others")))
        .isEqualTo(new Standing.Refused(Standing.Reason.OTHER_VARIANTS));
    ScoreResult half =
        score(row(100, "G", "A", "1\t\t\t\t\t") + row(200, "G", "A", "1\t\t\t\t\t"), null, call);
    assertThat(ReferenceDistribution.place(half, distribution("x", null, half.variants())))
        .isEqualTo(new Standing.Refused(Standing.Reason.COVERAGE_TOO_LOW));
  }

  private static ReferenceDistribution distribution(
      String id, @Nullable String panel, String variants) {
    return new ReferenceDistribution(id, "GRCh37", "EAS", panel, variants, 0, 0.5);
  }

  @Test
  void theOrderOfTheGenomesRecordsChangesNothing() {
    long seed = 22;
    System.out.println("seed of the permuted genome: " + seed);
    Random random = new Random(seed);
    StringBuilder rows = new StringBuilder();
    List<Call> calls = new ArrayList<>();
    for (int i = 1; i <= 500; i++) {
      rows.append(row(i, "G", "A", random.nextGaussian() + "\t\t\t\t\t"));
      calls.add(
          CallList.vcf(
              "1", i, null, "A", "G", List.of("0/0", "0/1", "1/1", "./.").get(random.nextInt(4))));
    }
    ScoreResult before = score(rows.toString(), null, calls.toArray(Call[]::new));
    Collections.shuffle(calls, random);
    assertThat(score(rows.toString(), null, calls.toArray(Call[]::new))).isEqualTo(before);
  }
}
