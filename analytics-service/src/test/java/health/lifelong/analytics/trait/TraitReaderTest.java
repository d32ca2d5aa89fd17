package health.lifelong.analytics.trait;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.genotype.domain.UnreadReason;
import health.lifelong.analytics.trait.algorithm.TraitReader;
import health.lifelong.analytics.trait.domain.TraitCatalogue;
import health.lifelong.analytics.trait.domain.TraitDefinition;
import health.lifelong.analytics.trait.domain.TraitResult;
import health.lifelong.analytics.trait.domain.TraitSite;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Absent is never reference, and the reference is not always the common allele. */
final class TraitReaderTest {
  private static final TraitReader READER = new TraitReader(TraitCatalogue.shipped());

  private static TraitResult read(String trait, String build, Call... calls) {
    return READER.read(new CallList(build, List.of(calls))).stream()
        .filter(result -> result.trait().id().equals(trait))
        .findFirst()
        .orElseThrow();
  }

  private static String classOf(TraitResult result) {
    assertThat(result).isInstanceOf(TraitResult.Called.class);
    return ((TraitResult.Called) result).result().name();
  }

  private static UnreadReason reasonOf(TraitResult result) {
    assertThat(result).isInstanceOf(TraitResult.NotRead.class);
    return ((TraitResult.NotRead) result).reason();
  }

  @ParameterizedTest
  @CsvSource({"GRCh37, 112241766", "GRCh38, 111803962", "GRCh36, 110726149"})
  void aldh2IsReadFromEveryBuild(String build, int position) {
    assertThat(classOf(read("aldh2", build, CallList.array("12", position, "rs671", "AG"))))
        .isEqualTo("reduced");
  }

  @Test
  void anAbsentCallIsNeverReference() {
    assertThat(reasonOf(read("aldh2", "GRCh38"))).isEqualTo(UnreadReason.NOT_ASSAYED);
    assertThat(reasonOf(read("aldh2", "GRCh38", CallList.array("12", 111803962, "rs671", ""))))
        .isEqualTo(UnreadReason.NO_CALL);
    assertThat(reasonOf(read("aldh2", "GRCh38", aldh2("./1")))).isEqualTo(UnreadReason.HALF_CALL);
    assertThat(reasonOf(read("aldh2", "GRCh38", aldh2("0/1"), aldh2("0/0"))))
        .isEqualTo(UnreadReason.CONFLICT);
    assertThat(reasonOf(read("aldh2", "unknown", aldh2("0/1")))).isEqualTo(UnreadReason.BUILD);
    assertThat(
            reasonOf(read("aldh2", "GRCh38", CallList.vcf("12", 111803962, null, "G", "T", "0/1"))))
        .isEqualTo(UnreadReason.UNEXPECTED_ALLELE);
    assertThat(
            reasonOf(read("aldh2", "GRCh38", CallList.vcf("12", 111803962, null, "C", "A", "0/0"))))
        .isEqualTo(UnreadReason.OTHER_REFERENCE);
    Call filtered = aldh2("0/1");
    assertThat(
            reasonOf(
                read(
                    "aldh2",
                    "GRCh38",
                    new Call(
                        "12",
                        111803962,
                        111803962,
                        null,
                        filtered.alleles(),
                        true,
                        0,
                        1,
                        false,
                        null,
                        CallState.FILTERED))))
        .isEqualTo(UnreadReason.FILTERED);
    assertThat(
            reasonOf(
                read("aldh2", "GRCh38", CallList.vcf("12", 111803962, null, "G", "<DEL>", "0/1"))))
        .isEqualTo(UnreadReason.NOT_BASES);
  }

  private static Call aldh2(String genotype) {
    return CallList.vcf("12", 111803962, "rs671", "G", "A", genotype);
  }

  @Test
  void aBlockProvesReferenceWhateverTheReferenceIsInThatBuild() {
    assertThat(classOf(read("aldh2", "GRCh38", CallList.block("12", 111803900, 111804000))))
        .isEqualTo("normal");
    assertThat(classOf(read("adh1b", "GRCh38", CallList.block("4", 99318100, 99318200))))
        .as("the reference is the fast allele")
        .isEqualTo("fast_fast");
    assertThat(classOf(read("f5_leiden", "GRCh38", CallList.block("1", 169549811, 169549811))))
        .isEqualTo("not_found");
    assertThat(classOf(read("f5_leiden", "GRCh37", CallList.block("1", 169519049, 169519049))))
        .as("GRCh37 holds the Leiden base")
        .isEqualTo("homozygous");
  }

  @ParameterizedTest
  @CsvSource({
    "f5_leiden, GRCh37, 1, 169519049, T, C, 1/1, not_found",
    "f5_leiden, GRCh37, 1, 169519049, T, C, 0/1, heterozygous",
    "f5_leiden, GRCh38, 1, 169549811, C, T, 0/0, not_found",
    "adh1b, GRCh37, 4, 100239319, T, C, 1/1, slow_slow",
    "adh1b, GRCh38, 4, 99318162, T, C, 0/0, fast_fast",
    "hfe_c282y, GRCh37, 6, 26093141, G, A, 1/1, homozygous",
    "hfe_c282y, GRCh38, 6, 26092913, G, A, 0/1, heterozygous",
    "fto, GRCh38, 16, 53786615, T, A, 0/1, one_risk_allele",
    "slc45a2, GRCh37, 5, 33951693, C, G, 1/1, lighter"
  })
  void theSwapTrapsAreReadByTheirBases(
      String trait,
      String build,
      String chromosome,
      int position,
      String ref,
      String alt,
      String gt,
      String name) {
    assertThat(classOf(read(trait, build, CallList.vcf(chromosome, position, null, ref, alt, gt))))
        .isEqualTo(name);
  }

  @Test
  void thePositionOfTheOtherBuildIsNotRead() {
    assertThat(
            reasonOf(
                read("hfe_c282y", "GRCh38", CallList.vcf("6", 26093141, null, "G", "A", "1/1"))))
        .isEqualTo(UnreadReason.NOT_ASSAYED);
  }

  @ParameterizedTest
  @CsvSource({
    "TT, CC, e3/e3",
    "TT, CT, e2/e3",
    "TT, TT, e2/e2",
    "CT, CC, e3/e4",
    "CC, CC, e4/e4",
    "CT, CT, e2/e4"
  })
  void apoeIsMadeOfTwoSites(String first, String second, String name) {
    TraitResult result =
        read(
            "apoe",
            "GRCh37",
            CallList.array("19", 45411941, "rs429358", first),
            CallList.array("19", 45412079, "rs7412", second));
    assertThat(classOf(result)).isEqualTo(name);
  }

  @Test
  void phasedStrandsSettleWhatTwoHeterozygousSitesLeaveOpen() {
    assertThat(classOf(read("apoe", "GRCh38", apoe("0|1", "1|0")))).isEqualTo("e2/e4");
    assertThat(classOf(read("apoe", "GRCh38", apoe("0|1", "0|1")))).isEqualTo("e1/e3");
    assertThat(read("apoe", "GRCh38", apoe("1/1", "1/1")))
        .isInstanceOf(TraitResult.NotClassified.class);
    assertThat(reasonOf(read("apoe", "GRCh38", apoe("0|1", "1|0")[0])))
        .isEqualTo(UnreadReason.NOT_ASSAYED);
  }

  private static Call[] apoe(String first, String second) {
    return new Call[] {
      CallList.vcf("19", 44908684, "rs429358", "T", "C", first),
      CallList.vcf("19", 44908822, "rs7412", "C", "T", second)
    };
  }

  @Test
  void everyGenotypeOfEverySingleSiteTraitHasAClass() {
    for (TraitDefinition trait : TraitCatalogue.shipped().traits()) {
      if (trait.sites().size() == 1) {
        TraitSite site = trait.sites().getFirst();
        List<String> both =
            List.of(site.reference38(), site.alternative38()).stream().sorted().toList();
        List<String> genotypes = new ArrayList<>();
        both.forEach(base -> genotypes.add(base + base));
        genotypes.add(String.join("", both));
        assertThat(trait.classes().keySet())
            .as(trait.id())
            .containsExactlyInAnyOrderElementsOf(genotypes);
      }
    }
  }

  @Test
  void whatIsUnverifiedOrWithoutMessageIsNeverServed() {
    Map<Boolean, List<String>> byServable =
        TraitCatalogue.shipped().traits().stream()
            .collect(
                Collectors.partitioningBy(
                    TraitDefinition::servable,
                    Collectors.mapping(TraitDefinition::id, Collectors.toList())));
    assertThat(byServable.get(false))
        .containsExactlyInAnyOrder("mthfr1298", "tcf7l2", "cyp1a2", "comt", "locus_9p21");
    assertThat(byServable.get(true)).contains("aldh2", "adh1b", "apoe");
  }
}
