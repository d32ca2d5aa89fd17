package health.lifelong.analytics.polygenic;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.TestVcf;
import health.lifelong.analytics.polygenic.algorithm.PolygenicScorer;
import health.lifelong.analytics.polygenic.algorithm.TargetVariants;
import health.lifelong.analytics.polygenic.domain.Effect;
import health.lifelong.analytics.polygenic.domain.FrequencyPanel;
import health.lifelong.analytics.polygenic.domain.MatchedRow;
import health.lifelong.analytics.polygenic.domain.MatchedRow.Status;
import health.lifelong.analytics.polygenic.domain.ScoreOutcome;
import health.lifelong.analytics.polygenic.domain.ScoreResult;
import health.lifelong.analytics.polygenic.domain.ScoreRow;
import health.lifelong.analytics.polygenic.domain.ScoringFile;
import health.lifelong.analytics.polygenic.domain.TargetVariant;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.Genotypes;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Matching as pgscatalog-match, sums as plink2, on PGS001229 chromosome 22 and 2504 synthetic
 * samples.
 */
final class PgsCatalogOracleTest {
  private static final String TARGET = "data/genomics/pgs/target/cineca_synthetic_subset.vcf.gz";
  private static final String EXPECTED = "data/genomics/pgs/expected/";

  @Test
  void everyRowIsMatchedExcludedOrUnmatchedAsUpstreamDoes() throws IOException {
    TestVcf vcf = TestVcf.read(SharedData.path(TARGET));
    ScoringFile score = ScoringFiles.sharedScore("PGS001229_22.txt");
    List<MatchedRow> rows = ScoringFiles.match(score.rows(), TargetVariants.of(vcf.only("GRCh37")));
    List<String> lines =
        Files.readAllLines(SharedData.path(EXPECTED + "cineca_PGS001229_22.match.tsv"));
    List<String> wrong = new ArrayList<>();
    Map<Status, Integer> counts = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      MatchedRow row = rows.get(i);
      counts.merge(row.status(), 1, Integer::sum);
      List<String> wanted = Arrays.asList(lines.get(i + 1).split("\t", -1)).subList(6, 10);
      TargetVariant target = row.target();
      List<String> found =
          List.of(
              target == null ? "" : target.id(),
              row.type() == null ? "" : Objects.requireNonNull(row.type()).text(),
              target == null ? "" : Boolean.toString(row.ambiguous()),
              row.status().name().toLowerCase(Locale.ROOT));
      if (!wanted.equals(found)) {
        wrong.add(lines.get(i + 1) + " but " + found);
      }
    }
    System.out.printf(
        "PGS001229 chromosome 22: %d rows, %s, differing %d%n", rows.size(), counts, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(rows).hasSize(lines.size() - 1).hasSize(835);
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Status.MATCHED, 782, Status.EXCLUDED, 47, Status.UNMATCHED, 6));
  }

  @Test
  void everySumEqualsThatOfPlink() throws IOException {
    TestVcf vcf = TestVcf.read(SharedData.path(TARGET));
    ScoringFile additive = ScoringFiles.sharedScore("PGS001229_22.txt");
    ScoringFile mixed = ScoringFiles.sharedScore("scorefile_dominant_and_recessive.txt");
    FrequencyPanel panel = new SamplePanel(vcf);
    List<String> lines = Files.readAllLines(SharedData.path(EXPECTED + "cineca_PGS001229_22.tsv"));
    double worst = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      var genome = vcf.sample("GRCh37", cells[0] + "_" + cells[0]);
      ScoreResult plain = scored(additive, genome, null);
      ScoreResult imputed = scored(additive, genome, panel);
      assertThat(imputed.denominator()).isEqualTo(Integer.parseInt(cells[1]));
      assertThat(plain.denominator()).isEqualTo(Integer.parseInt(cells[3]));
      worst = Math.max(worst, difference(cells[2], imputed.sum()));
      worst = Math.max(worst, difference(cells[4], plain.average()));
      worst = Math.max(worst, difference(cells[5], plain.sum()));
      worst = Math.max(worst, difference(cells[6], printedParts(mixed, genome, panel)));
      assertThat(plain.matched()).isEqualTo(782);
      assertThat(plain.total()).isEqualTo(835);
    }
    System.out.printf(
        "PGS001229 chromosome 22: %d samples x 4 sums, worst difference %.2f of the rounding%n",
        lines.size() - 1, worst);
    assertThat(worst).isLessThanOrEqualTo(1.0);
  }

  /**
   * Upstream scores rows of each kind of effect apart, and adds what plink2 prints: six significant
   * digits.
   */
  private static double printedParts(ScoringFile file, Genotypes genome, FrequencyPanel panel) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Class<?> kind :
        List.of(Effect.Additive.class, Effect.Dominant.class, Effect.Recessive.class)) {
      List<ScoreRow> rows =
          file.rows().stream().filter(row -> kind.isInstance(row.effect())).toList();
      ScoringFile part =
          new ScoringFile(
              file.id(), file.header(), file.build(), file.harmonised(), rows, List.of());
      sum = sum.add(new BigDecimal(scored(part, genome, panel).sum()).round(new MathContext(6)));
    }
    return sum.doubleValue();
  }

  private static ScoreResult scored(
      ScoringFile file, Genotypes genome, @Nullable FrequencyPanel panel) {
    ScoreOutcome outcome = PolygenicScorer.score(file, genome, panel);
    assertThat(outcome).isInstanceOf(ScoreOutcome.Scored.class);
    return ((ScoreOutcome.Scored) outcome).result();
  }

  /** In units of what rounding to the digits printed can hide, but at least 1e-6 of the value. */
  private static double difference(String printed, double found) {
    double wanted = Double.parseDouble(printed);
    int point = printed.indexOf('.');
    int exponent = printed.indexOf('e');
    int digits = point < 0 ? 0 : (exponent < 0 ? printed.length() : exponent) - point - 1;
    int scale = exponent < 0 ? 0 : Integer.parseInt(printed.substring(exponent + 1));
    double half = 0.51 * Math.pow(10, scale - digits);
    return Math.abs(found - wanted) / Math.max(half, 1e-6 * Math.abs(wanted));
  }

  /** Allele frequencies of all samples of the file. */
  private static final class SamplePanel implements FrequencyPanel {
    private final Map<String, int[]> counts = new HashMap<>();

    SamplePanel(TestVcf vcf) {
      IdentityHashMap<Call, Integer> times = new IdentityHashMap<>();
      for (String sample : vcf.samples()) {
        vcf.calls(sample).forEach(call -> times.merge(call, 1, Integer::sum));
      }
      times.forEach(
          (call, often) -> {
            for (String allele : call.alleles()) {
              count(call, allele, call.firstAllele(), often);
              count(call, allele, call.secondAllele(), often);
            }
          });
    }

    private void count(Call call, String allele, @Nullable String read, int often) {
      if (read != null) {
        int[] count =
            counts.computeIfAbsent(
                key(call.chromosome(), call.position(), allele), k -> new int[2]);
        count[0] += allele.equals(read) ? often : 0;
        count[1] += often;
      }
    }

    private static String key(String chromosome, int position, String allele) {
      return chromosome + ":" + position + ":" + allele;
    }

    @Override
    public String name() {
      return "2504 synthetic samples";
    }

    @Override
    public OptionalDouble frequency(String chromosome, int position, String allele) {
      int[] count = counts.get(key(chromosome, position, allele));
      return count == null
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) count[0] / count[1]);
    }
  }
}
