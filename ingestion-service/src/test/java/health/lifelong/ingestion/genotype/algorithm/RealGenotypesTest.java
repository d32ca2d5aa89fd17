package health.lifelong.ingestion.genotype.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.genotype.domain.FileGenotypes;
import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.genotype.domain.GenotypeOutcome;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.Genotypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Real genomes: 1000 Genomes 30x (GRCh38), Complete Genomics HG00404 (GRCh37), 55 sites of 2,504
 * persons (GRCh37).
 */
class RealGenotypesTest {
  private static final String REAL = "data/genomics/vcf-real/";

  @Test
  void countsOfEveryFileAndSampleAreThoseOfTheReferenceTool() throws IOException {
    Map<String, FileGenotypes> files = new HashMap<>();
    List<String> lines = Files.readAllLines(SharedData.path(REAL + "expected_stats.tsv"));
    assertThat(lines).hasSizeGreaterThan(10);
    for (String line : lines.subList(1, lines.size())) {
      String[] expected = line.split("\t");
      FileGenotypes file = files.get(expected[0]);
      if (file == null) {
        file = Readings.all(SharedData.path(REAL + expected[0]));
        files.clear();
        files.put(expected[0], file);
      }
      GenomeReading reading = Readings.reading(file);
      assertThat(reading.records()).as(expected[0]).isEqualTo(Long.parseLong(expected[2]));
      assertThat(reading.rejected()).as(expected[0]).isEmpty();
      assertThat(reading.head().build())
          .isEqualTo(expected[0].contains("b37") ? "GRCh37" : "GRCh38");
      Genotypes genotypes =
          file.samples().stream()
              .filter(sample -> sample.sample().equals(expected[1]))
              .findFirst()
              .orElseThrow()
              .genotypes();
      Counts counts = new Counts();
      genotypes.all().forEach(counts::add);
      assertThat(counts.text())
          .as(line)
          .isEqualTo(
              String.join(
                  " ",
                  expected[3],
                  expected[5],
                  expected[6],
                  expected[7],
                  expected[8],
                  expected[9],
                  expected[10]));
    }
  }

  /** SNPs, several ALTs, hom-ref, het, hom-alt, missing or partial, phased. */
  private static final class Counts {
    private final long[] counts = new long[7];

    void add(Call call) {
      List<String> alts = call.alleles().subList(1, call.alleles().size());
      boolean snp =
          call.alleles().getFirst().length() == 1
              && !alts.isEmpty()
              && alts.stream().allMatch(alt -> alt.length() == 1 && !alt.equals("*"));
      counts[0] += snp ? 1 : 0;
      counts[1] += alts.size() > 1 ? 1 : 0;
      boolean missing = call.first() < 0 || !call.haploid() && call.second() < 0;
      if (missing) {
        counts[5]++;
      } else if (call.haploid() || call.first() == call.second()) {
        counts[call.first() == 0 ? 2 : 4]++;
      } else {
        counts[3]++;
      }
      counts[6] += call.phased() ? 1 : 0;
    }

    String text() {
      StringBuilder text = new StringBuilder();
      for (long count : counts) {
        text.append(text.isEmpty() ? "" : " ").append(count);
      }
      return text.toString();
    }
  }

  @Test
  void theHalfCallOfAStarAlleleStaysHalf() throws IOException {
    FileGenotypes file = Readings.all(SharedData.path(REAL + "HG00404_b37.vcf"));
    assertThat(Readings.reading(file).head().build()).isEqualTo("GRCh37");
    List<Call> calls = file.samples().getFirst().genotypes().at("10", 96_541_616).toList();
    assertThat(calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.state()).isEqualTo(CallState.HALF);
              assertThat(call.alleles().getFirst()).isEqualTo("GGG");
              assertThat(call.firstAllele()).isEqualTo("AGG");
              assertThat(call.secondAllele()).isNull();
              assertThat(call.phaseSet()).isEqualTo(96_541_616);
              assertThat(call.end()).isEqualTo(96_541_618);
            });
  }

  @Test
  void aStreamedSampleIsTheSameAsTheOneInMemoryAndItsBlocksFollowEachOther() throws IOException {
    Path path = SharedData.path(REAL + "getrm_1000g_30x_grch38_chr10.vcf.bgz");
    List<CallBlock> blocks = new ArrayList<>();
    long started = System.nanoTime();
    GenotypeOutcome outcome;
    try (InputStream body = Files.newInputStream(path)) {
      outcome = GenotypeReader.read(body, new GenotypeOptions("NA18565", null), blocks::add);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    assertThat(outcome).isInstanceOf(GenomeReading.class);
    GenomeReading reading = (GenomeReading) outcome;
    List<Call> streamed = blocks.stream().flatMap(block -> block.unpack().stream()).toList();
    long bytes = blocks.stream().mapToLong(block -> block.packed().length).sum();
    System.out.printf(
        "VCF of three samples: %.0f lines/s, %.2f bytes a call in %d blocks%n",
        reading.records() / seconds, bytes / (double) streamed.size(), blocks.size());
    FileGenotypes all = Readings.all(path);
    assertThat(streamed).containsExactlyElementsOf(all.samples().get(1).genotypes().all().toList());
    for (int i = 1; i < blocks.size(); i++) {
      assertThat(blocks.get(i).first())
          .isGreaterThanOrEqualTo(blocks.get(i - 1).unpack().getLast().position());
    }
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.head().sourceKey()).matches("[0-9a-f]{64}#NA18565");
  }

  @Test
  void severalSamplesWithoutANameAreRefusedWithTheirNumber() throws IOException {
    Path path = SharedData.path(REAL + "getrm_1000g_30x_grch38_chr16.vcf.bgz");
    for (String sample : new String[] {null, "NA00000"}) {
      Readings.Streamed streamed =
          Readings.stream(Files.readAllBytes(path), new GenotypeOptions(sample, null));
      assertThat(streamed.refused().reason().name()).isEqualTo("SAMPLE_UNKNOWN");
      assertThat(streamed.refused().detail()).contains("3 samples");
      assertThat(streamed.blocks()).isEmpty();
    }
  }

  @Test
  void everyTraitGenotypeOfTheThousandGenomesIsReadThoughTheFileIsNotSorted() throws IOException {
    FileGenotypes file =
        Readings.all(SharedData.path("data/genomics/traits/kidd55.1000g.grch37.vcf.gz"));
    GenomeReading reading = Readings.reading(file);
    assertThat(reading.head().build()).isEqualTo("GRCh37");
    assertThat(reading.accepted()).isEqualTo(55);
    assertThat(reading.warnings()).anyMatch(w -> w.contains("smaller than the one before"));
    Map<String, Genotypes> bySample = new HashMap<>();
    file.samples().forEach(sample -> bySample.put(sample.sample(), sample.genotypes()));
    List<String> lines =
        Files.readAllLines(SharedData.path("data/genomics/traits/expected_kidd_traits.tsv"));
    String[] header = lines.getFirst().split("\t");
    int checked = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Genotypes genotypes = bySample.get(cells[0]);
      assertThat(genotypes).as(cells[0]).isNotNull();
      for (int i = 1; i < header.length; i++) {
        if (header[i].matches("rs\\d+")) {
          assertThat(Readings.letters(java.util.Objects.requireNonNull(genotypes), header[i]))
              .as("%s %s", cells[0], header[i])
              .isEqualTo(cells[i]);
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(8_000);
  }
}
