package health.lifelong.analytics.polygenic;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.polygenic.domain.Effect;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome.Reason;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every scoring file of the shared folder, and the rules each on a file of its own. */
final class ScoringFileReaderTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "PGS000001.txt.gz, PGS000001, none, 77",
        "PGS000001_hmPOS_GRCh37.txt.gz, PGS000001, GRCh37, 77",
        "PGS000001_hmPOS_GRCh38.txt.gz, PGS000001, GRCh38, 77",
        "PGS000802_hmPOS_GRCh37.txt, PGS000802, GRCh37, 19",
        "PGS004255_hmPOS_GRCh38.txt.gz, PGS004255, GRCh38, 30",
        "complex_variants_PGS004239.txt, complex_variants_PGS004239.txt, none, 14",
        "custom.txt, test, GRCh37, 1",
        "custom_no_oa.txt, test2, GRCh37, 1",
        "OPGS019828.txt, OPGS019828, GRCh37, 1",
        "bad_harmonised.txt, PGS003581, GRCh38, 3",
        "PGS001229_22.txt, PGS001229, GRCh37, 835",
        "scorefile_dominant_and_recessive.txt, PGS001229_22_DominantRecessiveExample, GRCh37, 835",
        "good_match_scorefile.txt, PGS000002, none, 78"
      })
  void theSharedFilesAreRead(String name, String id, String build, int rows) throws IOException {
    ScoringFile score = ScoringFiles.sharedScore(name);
    assertThat(score.id()).isEqualTo(id);
    assertThat(score.build()).isEqualTo(build);
    assertThat(score.rows()).hasSize(rows);
  }

  @Test
  void aFileOfRowsThatHaveNoPlaceIsRefused() throws IOException {
    assertThat(ScoringFiles.shared("invalid_scorefile.txt"))
        .isEqualTo(new ScoringFileOutcome.Refused(Reason.ROW_WITHOUT_PLACE, 16));
  }

  @Test
  void rowsThatHarmonisationCouldNotPlaceAreKeptWithoutAPlace() throws IOException {
    assertThat(ScoringFiles.sharedScore("bad_harmonised.txt").rows())
        .allMatch(row -> row.position() == null && row.chromosome() == null);
  }

  @Test
  void anOldPlaceIsNotUsedWhereTheHarmonisedOneIsEmpty() {
    ScoringFile score =
        ScoringFiles.score(
            "#pgs_id=x\n#genome_build=GRCh37\n#HmPOS_build=GRCh38\n"
                + "chr_name\tchr_position\teffect_allele\teffect_weight\thm_chr\thm_pos\n"
                + "1\t100\tA\t1\t\t\n");
    assertThat(score.build()).isEqualTo("GRCh38");
    assertThat(score.rows().getFirst().position()).isNull();
  }

  @Test
  void aFileWithSeveralAccessionsIsSeveralScores() throws IOException {
    ScoringFileOutcome outcome = ScoringFiles.shared("duplicated_scorefile.txt");
    assertThat(outcome).isInstanceOf(ScoringFileOutcome.Accepted.class);
    List<ScoringFile> scores = ((ScoringFileOutcome.Accepted) outcome).scores();
    assertThat(scores).extracting(ScoringFile::id).containsExactly("test", "test2", "test3");
    assertThat(scores).extracting(score -> score.rows().size()).containsExactly(1, 2, 2);
  }

  @Test
  void effectsAreReadAsTheFileStatesThem() throws IOException {
    assertThat(ScoringFiles.sharedScore("PGS000802_hmPOS_GRCh37.txt").rows().subList(0, 2))
        .extracting(ScoreRow::effect)
        .containsExactly(new Effect.Dominant(0.123), new Effect.Recessive(0.491));
    Effect dosage =
        ScoringFiles.sharedScore("PGS004255_hmPOS_GRCh38.txt.gz").rows().getFirst().effect();
    assertThat(dosage)
        .isEqualTo(new Effect.PerDosage(-0.09833810000000001, 0.08934160000000001, 0.4437184));
    assertThat(ScoringFiles.sharedScore("complex_variants_PGS004239.txt").rows())
        .filteredOn(row -> row.effect() instanceof Effect.Complex)
        .hasSize(9);
  }

  @Test
  void aRatioIsAWeightOnlyWhereNoWeightIsGiven() {
    String columns =
        "#pgs_id=x\n#genome_build=GRCh38\n"
            + "chr_name\tchr_position\teffect_allele\teffect_weight\tOR\n";
    assertThat(ScoringFiles.score(columns + "1\t5\tA\t0.5\t9\n").rows().getFirst().effect())
        .isEqualTo(new Effect.Additive(0.5));
    assertThat(ScoringFiles.score(columns + "1\t5\tA\t\t2\n").rows().getFirst().effect())
        .isEqualTo(new Effect.Additive(StrictMath.log(2)));
  }

  @Test
  void severalOtherAllelesAreNone() {
    ScoringFile score =
        ScoringFiles.score(
            "#pgs_id=x\n#genome_build=hg19\n"
                + "chr_name\tchr_position\teffect_allele\tother_allele\teffect_weight\n"
                + "chr1\t5\ta\tC/G\t1e-3\n");
    ScoreRow row = score.rows().getFirst();
    assertThat(row.otherAllele()).isNull();
    assertThat(row.effectAllele()).isEqualTo("A");
    assertThat(row.chromosome()).isEqualTo("1");
    assertThat(row.weightText()).isEqualTo("1e-3");
    assertThat(score.build()).isEqualTo("GRCh37");
  }

  @ParameterizedTest
  @CsvSource({
    "'#format_version=3.0|effect_allele,effect_weight,rsID|A,1,rs1', UNKNOWN_FORMAT_VERSION",
    "'rsID,effect_weight|rs1,1', NO_EFFECT_ALLELE_COLUMN",
    "'rsID,effect_allele|rs1,A', NO_WEIGHT_COLUMN",
    "'rsID,effect_allele,effect_weight|rs1,,1', EFFECT_ALLELE_MISSING",
    "'rsID,effect_allele,effect_weight|rs1,A,heavy', WEIGHT_NOT_A_NUMBER",
    "'rsID,effect_allele,effect_weight|rs1,A,', WEIGHT_NOT_A_NUMBER",
    "'rsID,effect_allele,effect_weight|rs1,A,NaN', WEIGHT_NOT_A_NUMBER",
    "'rsID,effect_allele,OR|rs1,A,0', WEIGHT_NOT_A_NUMBER",
    "'chr_name,chr_position,effect_allele,effect_weight|1,0,A,1', POSITION_NOT_A_NUMBER",
    "'chr_name,chr_position,effect_allele,effect_weight|1,x,A,1', POSITION_NOT_A_NUMBER",
    "'chr_name,effect_allele,effect_weight|1,A,1', ROW_WITHOUT_PLACE",
    "'rsID,effect_allele,effect_weight,is_dominant,is_recessive|rs1,A,1,1,1', BOTH_DOMINANT_AND_RECESSIVE",
    "'#pgs_id=x', EMPTY",
    "'rsID,effect_allele,effect_weight', EMPTY"
  })
  void whatCannotBeScoredIsRefusedWithItsReason(String text, Reason reason) {
    ScoringFileOutcome outcome =
        ScoringFiles.text(text.replace('|', '\n').replace(',', '\t') + "\n");
    assertThat(outcome).isInstanceOf(ScoringFileOutcome.Refused.class);
    assertThat(((ScoringFileOutcome.Refused) outcome).reason()).isEqualTo(reason);
  }

  @Test
  void aBrokenGzipIsNotReadable() {
    assertThat(ScoringFiles.bytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 1}))
        .isEqualTo(new ScoringFileOutcome.Refused(Reason.NOT_READABLE, 0));
  }

  @Test
  void aNumberOfRowsThatTheHeaderContradictsIsAWarning() throws IOException {
    assertThat(ScoringFiles.sharedScore("PGS001229_22.txt").warnings())
        .containsExactly("the header states 51209 variants, the file has 835");
    assertThat(ScoringFiles.sharedScore("PGS000001.txt.gz").warnings()).isEmpty();
  }
}
