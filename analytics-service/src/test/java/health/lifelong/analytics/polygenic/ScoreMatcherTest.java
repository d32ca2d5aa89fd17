package health.lifelong.analytics.polygenic;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.polygenic.algorithm.TargetVariants;
import health.lifelong.analytics.polygenic.domain.MatchedRow;
import health.lifelong.analytics.polygenic.domain.MatchedRow.MatchType;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Reason;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Status;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.ScoringFileOutcome;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.genome.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of a score count in a genome. */
final class ScoreMatcherTest {
  private static final String COLUMNS =
      "#pgs_id=x\n#genome_build=GRCh37\n"
          + "chr_name\tchr_position\teffect_allele\tother_allele\teffect_weight\n";

  private static List<MatchedRow> match(String rows, Call... calls) {
    ScoringFile score = ScoringFiles.score(COLUMNS + rows);
    return ScoringFiles.match(
        score.rows(), TargetVariants.of(new CallList("GRCh37", List.of(calls))));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "A, G, A, G, REFALT, MATCHED",
        "G, A, A, G, ALTREF, MATCHED",
        "T, C, A, G, REFALT_FLIP, MATCHED",
        "C, T, A, G, ALTREF_FLIP, MATCHED",
        "A, none, A, G, NO_OA_REF, MATCHED",
        "G, none, A, G, NO_OA_ALT, MATCHED",
        "T, none, A, G, NO_OA_REF_FLIP, MATCHED",
        "C, none, A, G, NO_OA_ALT_FLIP, MATCHED",
        "A, T, A, T, REFALT, EXCLUDED",
        "C, G, G, C, ALTREF, EXCLUDED",
        "A, G, A, ., MONOMORPHIC, MATCHED",
        "G, A, A, ., MONOMORPHIC, MATCHED",
        "AT, A, A, AT, ALTREF, MATCHED",
        "A, C, A, G, none, UNMATCHED"
      })
  void allelesAreComparedInTheOrderOfUpstream(
      String effect, String other, String ref, String alt, MatchType type, Status status) {
    String row = "1\t100\t" + effect + "\t" + (other == null ? "" : other) + "\t1\n";
    MatchedRow match = match(row, CallList.vcf("1", 100, null, ref, alt, "0/0")).getFirst();
    assertThat(match.type()).isEqualTo(type);
    assertThat(match.status()).isEqualTo(status);
  }

  @Test
  void aMultiAllelicVariantDoesNotCount() {
    assertThat(
            match("1\t100\tA\tG\t1\n", CallList.vcf("1", 100, null, "A", "G,C", "0/1"))
                .getFirst()
                .reason())
        .isEqualTo(Reason.MULTI_ALLELIC);
  }

  @Test
  void rowsOnOneVariantAreAllLeftOutAndSaid() {
    assertThat(
            match(
                "1\t100\tA\tG\t1\n1\t100\tG\tA\t2\n",
                CallList.vcf("1", 100, null, "A", "G", "0/1")))
        .allMatch(row -> row.reason() == Reason.SEVERAL_ROWS_ON_ONE_VARIANT);
  }

  @Test
  void whatTheGenomeDoesNotSayIsUnmatchedWithItsReason() {
    assertThat(match("1\t100\tA\tG\t1\n").getFirst().reason()).isEqualTo(Reason.NOT_IN_GENOME);
    assertThat(match("1\t100\tA\tG\t1\n", CallList.block("1", 90, 110)).getFirst().reason())
        .as("a block proves the reference, but not which base that is")
        .isEqualTo(Reason.REFERENCE_BASE_UNKNOWN);
    assertThat(match("1\t100\tA\tG\t1\n", CallList.array("1", 100, "rs1", "")).getFirst().reason())
        .isEqualTo(Reason.NO_CALL);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "A, G, AG, MATCHED, none",
        "A, G, GG, MATCHED, none",
        "A, G, CC, UNMATCHED, OTHER_ALLELES",
        "A, G, DI, UNMATCHED, OTHER_ALLELES",
        "A, T, AA, EXCLUDED, AMBIGUOUS",
        "A, none, GG, MATCHED, none",
        "A, none, TT, EXCLUDED, AMBIGUOUS"
      })
  void anArrayIsMatchedByItsBases(
      String effect, String other, String letters, Status status, Reason reason) {
    String row = "1\t100\t" + effect + "\t" + (other == null ? "" : other) + "\t1\n";
    MatchedRow match = match(row, CallList.array("1", 100, "rs1", letters)).getFirst();
    assertThat(match.status()).isEqualTo(status);
    assertThat(match.reason()).isEqualTo(reason);
  }

  @Test
  void theSharedCornerCasesMatchAsUpstreamSays() throws IOException {
    TargetVariants good = TargetVariants.of(new CallList("GRCh37", variants("good_match.pvar")));
    List<MatchedRow> rows =
        ScoringFiles.match(ScoringFiles.sharedScore("good_match_scorefile.txt").rows(), good);
    assertThat(rows)
        .filteredOn(row -> Integer.valueOf(24337424).equals(row.row().position()))
        .extracting(MatchedRow::reason)
        .containsExactly(Reason.AMBIGUOUS);
    ScoringFileOutcome several = ScoringFiles.shared("duplicated_scorefile.txt");
    assertThat(several).isInstanceOf(ScoringFileOutcome.Accepted.class);
    List<MatchType> types = new ArrayList<>();
    for (ScoringFile score : ((ScoringFileOutcome.Accepted) several).scores().subList(0, 2)) {
      MatchedRow row = ScoringFiles.match(score.rows(), good).getFirst();
      assertThat(row.status()).isEqualTo(Status.MATCHED);
      types.add(row.type());
    }
    assertThat(types)
        .as("two scores count different alleles of 11:69331418")
        .containsExactly(MatchType.ALTREF, MatchType.REFALT);
    TargetVariants multi = TargetVariants.of(new CallList("GRCh37", variants("multiallelic.pvar")));
    assertThat(
            ScoringFiles.match(ScoringFiles.sharedScore("good_match_scorefile.txt").rows(), multi))
        .filteredOn(row -> row.reason() == Reason.MULTI_ALLELIC)
        .isNotEmpty();
  }

  private static List<Call> variants(String name) throws IOException {
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path("data/genomics/pgs/target/" + name))) {
      if (!line.startsWith("#")) {
        String[] cells = line.split("\t");
        calls.add(
            CallList.vcf(cells[0], Integer.parseInt(cells[1]), null, cells[3], cells[4], "0/0"));
      }
    }
    return calls;
  }
}
