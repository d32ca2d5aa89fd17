package health.lifelong.analytics.pharmacogenomics;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.genotype.TestVcf;
import health.lifelong.analytics.pharmacogenomics.algorithm.DrugAdvisor;
import health.lifelong.analytics.pharmacogenomics.algorithm.PharmacogeneCaller;
import health.lifelong.analytics.pharmacogenomics.domain.CpicContent;
import health.lifelong.analytics.pharmacogenomics.domain.DefiningPosition;
import health.lifelong.analytics.pharmacogenomics.domain.DrugAdvice;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall.Status;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules that keep star-allele calls honest, each on the smallest genome that shows it. */
final class StarAlleleRulesTest {
  private static final PharmacogeneCaller CALLER = new PharmacogeneCaller(CpicContent.shipped());

  @Test
  void aGeneThatWasNotReadHasNoResult() {
    List<GeneCall> calls = CALLER.call(new CallList("GRCh38", List.of()));
    assertThat(calls).hasSize(17).allMatch(call -> call.status() == Status.NOT_ASSAYED);
    assertThat(calls).allMatch(call -> call.positionsMissing() == call.positionsTotal());
    assertThat(calls).allMatch(call -> call.lookupKeys().isEmpty());
  }

  @Test
  void aGenomeOfUnknownBuildHasNoGenes() {
    List<Call> calls = GeneGenome.of("CYP2C19").calls(0);
    assertThat(CALLER.call(new CallList("unknown", calls)))
        .allMatch(call -> call.status() == Status.BUILD);
  }

  @Test
  void aGeneWithoutVerifiedPositionsInTheBuildIsRefusedForTheBuild() {
    assertThat(GeneGenome.of("CFTR").call("GRCh37", List.of()).status()).isEqualTo(Status.BUILD);
  }

  @Test
  void anArrayOfBuild36IsReadByRsid() {
    List<Call> calls = new ArrayList<>();
    calls.add(CallList.array("10", 96531606, "rs4244285", "AG"));
    calls.add(CallList.array("10", 96592613, "rs3758581", "GG"));
    GeneCall call = GeneGenome.of("CYP2C19").call("GRCh36", calls);
    assertThat(call.diplotypes()).contains("*1/*2").doesNotContain("*1/*1");
    assertThat(call.positionsMissing()).isEqualTo(32);
  }

  @Test
  void aFilteredPositionIsMissing() {
    List<Call> calls = new ArrayList<>(GeneGenome.of("CYP3A5").without("rs776746").calls(0));
    Call called = CallList.vcf("7", 99672916, "rs776746", "T", "C", "1/1");
    calls.add(
        new Call(
            "7",
            99672916,
            99672916,
            "rs776746",
            called.alleles(),
            true,
            1,
            1,
            false,
            null,
            CallState.FILTERED));
    GeneCall call = GeneGenome.of("CYP3A5").call("GRCh38", calls);
    assertThat(call.positionsMissing()).isEqualTo(1);
    assertThat(call.diplotypes()).doesNotContain("*3/*3");
  }

  @Test
  void aReferenceBlockIsReference() {
    GeneDefinition gene = CpicContent.shipped().gene("CYP3A5").orElseThrow();
    int first = gene.positions().getFirst().position();
    int last = gene.positions().getLast().position();
    GeneCall call =
        GeneGenome.of("CYP3A5").call("GRCh38", List.of(CallList.block("7", first, last)));
    assertThat(call.diplotypes()).containsExactly("*1/*1");
    assertThat(call.positionsMissing()).isZero();
  }

  @Test
  void inGrch37TheReferenceOfRs776746IsStar3() {
    GeneDefinition gene = CpicContent.shipped().gene("CYP3A5").orElseThrow();
    int first = gene.positions().getFirst().position() - 402377;
    int last = gene.positions().getLast().position() - 402377;
    GeneCall block =
        GeneGenome.of("CYP3A5").call("GRCh37", List.of(CallList.block("7", first, last)));
    assertThat(block.diplotypes()).containsExactly("*3/*3");
    GeneCall record =
        GeneGenome.of("CYP3A5")
            .call("GRCh37", List.of(CallList.vcf("7", 99270539, null, "C", "T", "0/1")));
    assertThat(record.diplotypes()).contains("*1/*3");
  }

  @Test
  void callsOfDifferentPhaseSetsAreUnphasedToEachOther() {
    List<Call> calls =
        new ArrayList<>(GeneGenome.of("UGT1A1").without("rs887829", "rs4148323").calls(0));
    calls.add(phased(233759924, "C", "T", 0, 1, 1));
    calls.add(phased(233760498, "G", "A", 0, 1, 1));
    assertThat(GeneGenome.of("UGT1A1").call("GRCh38", calls).diplotypes())
        .as("one strand carries both, and no allele does")
        .containsExactly("Unknown/Unknown");
    calls.removeLast();
    calls.add(phased(233760498, "G", "A", 0, 1, 2));
    assertThat(GeneGenome.of("UGT1A1").call("GRCh38", calls).diplotypes())
        .containsExactly("*6/*80");
  }

  private static Call phased(int position, String ref, String alt, int first, int second, int set) {
    return new Call(
        "2",
        position,
        position,
        null,
        List.of(ref, alt),
        true,
        first,
        second,
        true,
        set,
        CallState.CALLED);
  }

  @Test
  void moreUnphasedVariantsThanCanBeTriedAreNotResolvable() {
    GeneGenome genome = GeneGenome.of("CYP2B6");
    CpicContent.shipped().gene("CYP2B6").orElseThrow().positions().stream()
        .map(DefiningPosition::rsid)
        .filter(rsid -> rsid != null)
        .limit(17)
        .forEach(rsid -> genome.with(rsid, "0/1"));
    GeneCall call = genome.call();
    assertThat(call.status()).isEqualTo(Status.NOT_RESOLVABLE);
    assertThat(call.diplotypes()).isEmpty();
  }

  @Test
  void aManHasOneG6pdAllele() {
    List<Call> calls = new ArrayList<>();
    for (Call call : GeneGenome.of("G6PD").calls(0)) {
      boolean variant = call.position() == 154535277;
      calls.add(
          CallList.vcf(
              "X",
              call.position(),
              call.rsid(),
              call.alleles().getFirst(),
              String.join(",", call.alleles().subList(1, call.alleles().size())),
              variant ? "1" : "0"));
    }
    GeneCall call = GeneGenome.of("G6PD").call("GRCh38", calls);
    assertThat(call.diplotypes()).hasSize(1);
    assertThat(call.diplotypes().getFirst()).doesNotContain("/").isEqualTo("A");
    assertThat(call.phenotypes()).containsExactly("Normal");
    calls.set(0, CallList.vcf("X", calls.getFirst().position(), null, "A", "C", "0/1"));
    assertThat(GeneGenome.of("G6PD").call("GRCh38", calls).status())
        .isEqualTo(Status.CONTRADICTORY_COPIES);
  }

  @Test
  void hapB3IsReadFromItsIntronAndFromItsExonOnlyWhereTheIntronWasNotRead() {
    String hapB3 = "Reference/c.1129-5923C>G, c.1236G>A (HapB3)";
    GeneGenome both = GeneGenome.of("DPYD").with("rs75017182", "0/1").with("rs56038477", "0/1");
    assertThat(both.call().diplotypes()).containsExactly(hapB3);
    assertThat(both.call().activityScore()).isEqualTo("1.5");
    assertThat(GeneGenome.of("DPYD").with("rs56038477", "0/1").call().diplotypes())
        .as("the intron says no")
        .containsExactly("Reference/Reference");
    GeneCall exon = GeneGenome.of("DPYD").without("rs75017182").with("rs56038477", "0/1").call();
    assertThat(exon.diplotypes()).containsExactly(hapB3);
    assertThat(exon.positionsMissing()).isEqualTo(1);
  }

  @Test
  void ofRyr1VariantsTheMalignantOneCounts() {
    GeneCall call =
        GeneGenome.of("RYR1").with("rs118192161", "0/1").with("rs193922747", "0/1").call();
    assertThat(call.lookupKeys()).containsExactly("Malignant Hyperthermia Susceptibility");
    assertThat(call.diplotypes()).hasSize(2);
  }

  @Test
  void splitRecordsOfOneSiteAreReadTogetherAndContradictionsAreMissing() {
    GeneGenome split =
        GeneGenome.of("CYP2C9")
            .without("rs7900194")
            .and(CallList.vcf("10", 94942309, null, "G", "A", "0/1"))
            .and(CallList.vcf("10", 94942309, null, "G", "T", "0/0"));
    assertThat(split.call().diplotypes()).containsExactly("*1/*8");
    GeneGenome contradiction =
        GeneGenome.of("CYP2C9")
            .without("rs1057910")
            .and(CallList.vcf("10", 94981296, null, "A", "C", "0/1"))
            .and(CallList.vcf("10", 94981296, null, "A", "C", "0/0"));
    assertThat(contradiction.call().positionsMissing()).isEqualTo(1);
  }

  @Test
  void theOrderOfTheRecordsChangesNothing() {
    long seed = 20261124;
    System.out.println("seed of the permuted records: " + seed);
    Random random = new Random(seed);
    TestVcf vcf = TestVcf.read(SharedData.path("data/genomics/pgx/vcf/100samples.vcf.bgz"));
    for (String sample : vcf.samples().subList(0, 10)) {
      List<Call> calls = new ArrayList<>(vcf.calls(sample));
      List<GeneCall> before = CALLER.call(new CallList("GRCh38", calls));
      Collections.shuffle(calls, random);
      assertThat(CALLER.call(new CallList("GRCh38", calls))).isEqualTo(before);
    }
  }

  @Test
  void aRowThatHoldsOnlyBecauseAGeneWasNotTestedNamesThatGene() {
    List<DrugAdvice> advice =
        new DrugAdvisor(RecommendationTable.shipped())
            .advise(List.of(GeneGenome.of("CYP2C19").with("rs3758581", "1/1").call()));
    assertThat(advice)
        .filteredOn(row -> row.drug().equals("amitriptyline"))
        .isNotEmpty()
        .allMatch(row -> row.untestedGenes().equals(List.of("CYP2D6")));
    assertThat(advice)
        .filteredOn(row -> row.drug().equals("clopidogrel"))
        .hasSize(3)
        .allMatch(row -> row.untestedGenes().isEmpty() && row.pmids().contains("35034351"));
    assertThat(advice).noneMatch(row -> row.drug().equals("simvastatin"));
  }
}
