package health.lifelong.ingestion.genotype.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.genotype.domain.FileGenotypes;
import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.genotype.domain.GenotypeRefused;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import health.lifelong.ingestion.record.domain.RecordOutcome.Rejected;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.Genotypes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Array files of the snps (BSD-3-Clause), openSNP and ezancestry (MIT) projects. */
class ConsumerArraysTest {
  private static final String DTC = "data/genomics/dtc/";

  private static FileGenotypes read(String file) throws IOException {
    return Readings.all(SharedData.path(DTC + file));
  }

  @ParameterizedTest
  @CsvSource({
    "23andme.txt, 23andMe",
    "ancestry.txt, AncestryDNA",
    "myheritage.csv, MyHeritage",
    "ftdna.csv, FTDNA",
    "genesforgood.txt, Genes for Good",
    "livingdna.csv, LivingDNA",
    "23mofang.txt, 23Mofang",
    "DNALand.txt, DNA.Land",
    "selfdecode.txt, SelfDecode",
    "sano_dtc.txt, Sano",
    "generic.csv, generic",
    "generic.tsv, generic",
    "generic_no_header.tsv, generic",
    "generic_non_standard_columns.tsv, generic"
  })
  void theEightMarkersOfEveryVendorAreReadAndTheVendorNamed(String file, String vendor)
      throws IOException {
    FileGenotypes read = read("snps/" + file);
    GenomeReading reading = Readings.reading(read);
    assertThat(reading.head().vendor()).isEqualTo(vendor);
    assertThat(reading.head().technology()).isEqualTo("array");
    assertThat(reading.accepted()).isEqualTo(8);
    assertThat(reading.noCalls()).isEqualTo(1);
    Genotypes genotypes = read.samples().getFirst().genotypes();
    assertThat(
            List.of("rs1", "rs2", "rs3", "rs4", "rs5", "rs6", "rs7", "rs8").stream()
                .map(rsid -> Readings.letters(genotypes, rsid)))
        .containsExactly("AA", "CC", "GG", "TT", "--", "CG", "CT", "AT");
    assertThat(genotypes.at("1", 104).map(Readings::letters)).containsExactly("TT");
  }

  @ParameterizedTest
  @CsvSource({"NCBI36.csv, GRCh36", "GRCh37.csv, GRCh37", "GRCh38.csv, GRCh38"})
  void theBuildIsToldByPositions(String file, String build) throws IOException {
    assertThat(Readings.reading(read("snps/" + file)).head().build()).isEqualTo(build);
  }

  @Test
  void rowsWithoutAPlaceAreReportedByLine() throws IOException {
    GenomeReading reading = Readings.reading(read("snps/23andme.txt"));
    assertThat(reading.records()).isEqualTo(10);
    assertThat(reading.rejected()).extracting("path").containsExactly("line 24", "line 25");
  }

  @Test
  void pseudoAutosomalRowsGoToXOrYAndUnplaceableOnesAreReported() throws IOException {
    FileGenotypes read = read("snps/GRCh37_PAR.csv");
    assertThat(read.samples().getFirst().genotypes().all().map(Call::chromosome).distinct())
        .containsExactly("X");
    assertThat(Readings.reading(read).rejected()).extracting("path").containsExactly("line 4");
  }

  @Test
  void aMarkerThatComesAgainElsewhereIsReportedAndTheFirstKept() throws IOException {
    FileGenotypes read = read("snps/duplicate_rsids.csv");
    assertThat(Readings.letters(read.samples().getFirst().genotypes(), "rs1")).isEqualTo("AA");
    assertThat(Readings.reading(read).rejected())
        .extracting(Rejected::reason)
        .containsExactly(Reason.DUPLICATE_IN_BATCH, Reason.DUPLICATE_IN_BATCH);
  }

  @Test
  void anEmptyFileIsRefusedWithAClearSentence() throws IOException {
    assertThat(read("snps/empty.txt").outcome())
        .isInstanceOfSatisfying(
            GenotypeRefused.class,
            refused -> assertThat(refused.detail()).isEqualTo("the file is empty"));
  }

  @Test
  void aTextThatIsNoGenotypeTableIsRefused() throws IOException {
    assertThat(read("snps/LICENSE.txt").outcome())
        .isInstanceOfSatisfying(
            GenotypeRefused.class,
            refused -> assertThat(refused.reason().name()).isEqualTo("FORMAT_UNKNOWN"));
  }

  @Test
  void variantFilesWithDotsForAllelesAreRead() throws IOException {
    for (String file : List.of("testvcf.vcf", "testvcf_phased.vcf")) {
      FileGenotypes read = read("snps/" + file);
      Genotypes genotypes = read.samples().getFirst().genotypes();
      assertThat(
              List.of("rs1", "rs2", "rs3", "rs4", "rs5", "rs6", "rs7", "rs8").stream()
                  .map(rsid -> Readings.letters(genotypes, rsid)))
          .as(file)
          .containsExactly("AA", "CC", "GG", "TT", "--", "CG", "CT", "AT");
    }
    byte[] two = Files.readAllBytes(SharedData.path(DTC + "snps/testvcf_multi_sample.vcf"));
    assertThat(Readings.stream(two, GenotypeOptions.NONE).refused().detail())
        .isEqualTo("the file holds 2 samples: name one");
    assertThat(Readings.stream(two, new GenotypeOptions("SAMPLEID", null)).reading().accepted())
        .isEqualTo(13);
  }

  @Test
  void aRealHeadlessExportOfFortyThousandRowsIsReadWithItsBuildFromPositions() throws IOException {
    FileGenotypes read = read("opensnp/23andme_headless_first40k.txt.gz");
    GenomeReading reading = Readings.reading(read);
    assertThat(reading.head().build()).isEqualTo("GRCh36");
    assertThat(reading.head().buildEvidence()).startsWith("positions of ");
    assertThat(reading.head().vendor()).isEqualTo("23andMe");
    assertThat(reading.records()).isEqualTo(40_000);
    assertThat(reading.accepted()).isEqualTo(40_000);
    assertThat(reading.noCalls()).isEqualTo(187);
    Genotypes genotypes = read.samples().getFirst().genotypes();
    Map<String, Long> rows =
        genotypes.all().collect(Collectors.groupingBy(Call::chromosome, Collectors.counting()));
    assertThat(rows).isEqualTo(Map.of("19", 16_049L, "20", 23_923L, "21", 28L));
    assertThat(genotypes.all().filter(call -> call.rsid() == null)).hasSize(448);
    assertThat(genotypes.all().filter(call -> call.alleles().stream().anyMatch("DI"::contains)))
        .hasSize(20);
    assertThat(Readings.letters(genotypes, "rs429358")).isEqualTo("TT");
    assertThat(Readings.letters(genotypes, "rs7412")).isEqualTo("CC");
  }

  @Test
  void headerAndLineEndsOfOlderExportsAreUnderstood() throws IOException {
    GenomeReading reading = Readings.reading(read("opensnp/23andme_build36_1000lines.txt"));
    assertThat(reading.accepted()).isEqualTo(985);
    assertThat(reading.noCalls()).isEqualTo(1);
    assertThat(reading.head().build()).isEqualTo("GRCh36");
    assertThat(Readings.reading(read("opensnp/ancestry.txt")).head().build()).isEqualTo("GRCh37");
    assertThat(Readings.reading(read("opensnp/ftdna_illumina.csv")).head().vendor())
        .isEqualTo("FTDNA");
    assertThat(Readings.reading(read("opensnp/genesforgood_headless.txt")).head().vendor())
        .isEqualTo("Genes for Good");
  }

  @Test
  void theTraitSitesOfANewerExportAreRead() throws IOException {
    FileGenotypes read = read("ezancestry/23andme_v5_grch37_sample.txt");
    assertThat(Readings.reading(read).records()).isEqualTo(65);
    assertThat(Readings.reading(read).head().build()).isEqualTo("GRCh37");
    Genotypes genotypes = read.samples().getFirst().genotypes();
    assertThat(Readings.letters(genotypes, "rs671")).isEqualTo("GG");
    assertThat(Readings.letters(genotypes, "rs1229984")).isEqualTo("CC");
    assertThat(Readings.letters(genotypes, "rs12913832")).isEqualTo("AG");
  }
}
