package health.lifelong.ingestion.genotype.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.GenomeSite;
import health.lifelong.vocabulary.genome.GenomeSites;
import health.lifelong.vocabulary.genome.Strand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArrayReadingTest {
  private static final String HEADER = "rsid\tchromosome\tposition\tgenotype\n";

  @Test
  void lettersOfEveryHabitAreRead() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            HEADER
                + "rs1\t1\t10\tA/G\nrs2\t1\t11\tA|G\nrs3\t1\t12\tII\nrs4\t1\t13\tDI\n"
                + "rs5\tX\t14\tA\nrs6\tMT\t15\tG\nrs7\t1\t16\tA-\nrs8\t1\t17\t00\n"
                + "rs9\tchr1\t18\tag\nrs10\t1\t19\tAC/A\nrs11\t1\t20\tQQ\n");
    assertThat(read.reading().rejected()).extracting("path").containsExactly("line 12");
    assertThat(Readings.letters(read.call("rs1"))).isEqualTo("AG");
    assertThat(Readings.letters(read.call("rs2"))).isEqualTo("AG");
    assertThat(Readings.letters(read.call("rs3"))).isEqualTo("II");
    assertThat(Readings.letters(read.call("rs4"))).isEqualTo("DI");
    assertThat(read.call("rs5").haploid()).isTrue();
    assertThat(read.call("rs6").haploid()).isTrue();
    assertThat(read.call("rs7").state()).isEqualTo(CallState.HALF);
    assertThat(read.call("rs8").state()).isEqualTo(CallState.NO_CALL);
    assertThat(Readings.letters(read.call("rs9"))).isEqualTo("AG");
    assertThat(read.call("rs10").alleles()).containsExactly("A", "AC");
  }

  @Test
  void chromosomesByNumberAreXYAndMt() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            "rsid\tchromosome\tposition\tallele1\tallele2\n"
                + "rs1\t23\t5000000\tA\tA\nrs2\t24\t3000000\tC\tC\nrs3\t25\t220770\tG\tG\n"
                + "rs4\t26\t100\tT\tT\nrs5\t0\t0\tA\tA\nrs6\t1\t50\t0\t0\n");
    assertThat(read.calls())
        .extracting(Call::rsid, Call::chromosome)
        .contains(
            org.assertj.core.groups.Tuple.tuple("rs1", "X"),
            org.assertj.core.groups.Tuple.tuple("rs2", "Y"),
            org.assertj.core.groups.Tuple.tuple("rs3", "X"),
            org.assertj.core.groups.Tuple.tuple("rs4", "MT"));
    assertThat(read.reading().rejectedTotal()).isEqualTo(1);
    assertThat(read.reading().noCalls()).isEqualTo(1);
  }

  @Test
  void aRepeatedMarkerIsOneAndAContradictionIsNone() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            HEADER
                + "rs1\t1\t10\tAA\nrs1\t1\t10\tAA\nrs2\t1\t11\tAA\nrs2\t1\t11\tAG\n"
                + "rs3\t1\t12\tCC\ni7\t1\t12\tCT\nrs4\t1\t13\tGG\ni8\t1\t13\t--\n");
    assertThat(read.reading().duplicates()).isEqualTo(1);
    assertThat(read.reading().rejected()).extracting("path").containsExactly("line 5");
    assertThat(read.call("rs1").state()).isEqualTo(CallState.CALLED);
    assertThat(read.call("rs2").state()).isEqualTo(CallState.CONFLICT);
    assertThat(read.call("rs3").state()).isEqualTo(CallState.CONFLICT);
    assertThat(read.call("rs4").state()).isEqualTo(CallState.CALLED);
    assertThat(read.reading().records())
        .isEqualTo(read.reading().accepted() + read.reading().rejectedTotal() + 1);
  }

  @Test
  void aWholeFileFromTheReverseStrandIsTurnedAndSaysSo() throws IOException {
    Readings.Streamed read = Readings.stream(sites(true, Integer.MAX_VALUE));
    assertThat(read.reading().warnings()).anyMatch(w -> w.contains("reverse strand"));
    assertThat(Readings.letters(read.call("rs671"))).isEqualTo("GG");
    assertThat(Readings.letters(read.call("rs9939609"))).isEqualTo("TT");
    assertThat(read.reading().head().build()).isEqualTo("GRCh38");
  }

  @Test
  void aFileOfBothStrandsLosesTheTurnedAndThePalindromicSitesOnly() throws IOException {
    Readings.Streamed read = Readings.stream(sites(true, 10));
    assertThat(read.reading().warnings()).anyMatch(w -> w.contains("both strands"));
    long lost = read.calls().stream().filter(c -> c.state() == CallState.NO_CALL).count();
    assertThat(lost).isBetween(11L, 16L);
    assertThat(read.call("rs9939609").state()).isEqualTo(CallState.NO_CALL);
    Readings.Streamed forward = Readings.stream(sites(false, 0));
    assertThat(forward.reading().noCalls()).isZero();
  }

  /**
   * Homozygous reference at every known single-base site; the first {@code turned} of them from the
   * other strand.
   */
  private static String sites(boolean reverse, int turned) {
    StringBuilder text = new StringBuilder(HEADER);
    int done = 0;
    for (GenomeSite site : GenomeSites.shipped().all()) {
      if (!site.singleBase()) {
        continue;
      }
      String base = site.ref38();
      if (reverse && done < turned) {
        base = Strand.complement(base);
        done += site.palindromic() ? 0 : 1;
      }
      text.append(
          "%s\t%s\t%d\t%s\n"
              .formatted(site.rsid(), site.chromosome(), site.position38(), base.repeat(2)));
    }
    return text.toString();
  }

  @Test
  void anIlluminaReportIsReadFromItsPlusColumnsAndRefusedWithTopOnly() throws IOException {
    String head = "[Header]\nGSGT Version,2.0.4\nTotal Samples,1\n[Data]\n";
    Readings.Streamed read =
        Readings.stream(
            head
                + "SNP Name,Sample ID,Allele1 - Top,Allele2 - Top,Allele1 - Plus,Allele2 - Plus,Chr,Position\n"
                + "rs1,S1,A,A,T,T,1,10\nGSA-rs2,S1,A,G,T,C,1,11\nexm3,S1,-,-,-,-,1,12\n");
    assertThat(read.reading().head().vendor()).isEqualTo("Illumina final report");
    assertThat(read.reading().head().sample()).isEqualTo("S1");
    assertThat(Readings.letters(read.call("rs1"))).isEqualTo("TT");
    assertThat(Readings.letters(read.call("rs2"))).isEqualTo("CT");
    assertThat(read.reading().noCalls()).isEqualTo(1);

    Readings.Streamed top =
        Readings.stream(
            head
                + "SNP Name,Sample ID,Allele1 - Top,Allele2 - Top,Chr,Position\nrs1,S1,A,A,1,10\n");
    assertThat(top.refused().reason().name()).isEqualTo("FORMAT_UNKNOWN");
    assertThat(top.refused().detail()).contains("Top");
  }

  @Test
  void aReportOfTwoPersonsIsRefusedUntilOneIsNamed() throws IOException {
    String text =
        "[Header]\n[Data]\nSNP Name\tSample ID\tAllele1 - Forward\tAllele2 - Forward\tChr\tPosition\n"
            + "rs1\tS1\tA\tA\t1\t10\nrs2\tS1\tC\tC\t1\t11\nrs1\tS2\tG\tG\t1\t10\nrs2\tS2\tT\tT\t1\t11\n";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Readings.stream(body, GenotypeOptions.NONE).refused().detail())
        .isEqualTo("the file holds 2 samples: name one");
    Readings.Streamed second = Readings.stream(body, new GenotypeOptions("S2", null));
    assertThat(Readings.letters(second.call("rs1"))).isEqualTo("GG");
    assertThat(second.reading().records()).isEqualTo(2);
    assertThat(Readings.stream(body, new GenotypeOptions("S3", null)).refused().reason().name())
        .isEqualTo("SAMPLE_UNKNOWN");
  }

  @Test
  void aFullArrayIsReadFastPackedSmallAndComesOutSorted() throws IOException {
    long seed = 20_260_101;
    System.out.println("ArrayReadingTest seed " + seed);
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("# 23andMe, build 37\n");
    List<String> genotypes = List.of("AA", "AG", "CC", "CT", "GG", "TT", "--", "AC");
    int rows = 0;
    for (int chromosome = 22; chromosome >= 1; chromosome--) {
      int position = 10_000;
      for (int i = 0; i < 14_000; i++, rows++) {
        position += 1 + random.nextInt(16_000);
        text.append(
            "rs%d\t%d\t%d\t%s\n"
                .formatted(
                    1 + rows * 601L, chromosome, position, genotypes.get(random.nextInt(8))));
      }
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    long started = System.nanoTime();
    Readings.Streamed read = Readings.stream(body, GenotypeOptions.NONE);
    double seconds = (System.nanoTime() - started) / 1e9;
    long bytes = read.blocks().stream().mapToLong(block -> block.packed().length).sum();
    System.out.printf(
        "array: %.0f lines/s, %.2f bytes a call%n", rows / seconds, bytes / (double) rows);
    assertThat(read.reading().accepted()).isEqualTo(rows);
    assertThat(bytes / (double) rows).isLessThanOrEqualTo(8.0);
    assertThat(read.calls().stream().map(Call::chromosome).distinct().toList())
        .startsWith("1", "2", "3")
        .endsWith("21", "22");
  }
}
