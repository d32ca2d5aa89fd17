package health.lifelong.ingestion.genotype.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.vocabulary.genome.Build;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VcfReadingTest {
  @Test
  void statesFollowWhatTheRecordSays() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            Readings.vcf(
                "1 10 rs10 A G . PASS . GT 0/1",
                "1 11 rs11 A G . PASS . GT ./.",
                "1 12 rs12 A G . PASS . GT ./1",
                "1 13 rs13 A G . q10 . GT 1/1",
                "1 14 rs14 A <DEL> . PASS . GT 0/1",
                "1 15 rs15 A G,<*> . PASS . GT 1/2",
                "1 16 rs16 A G . PASS . GT 0|0|1",
                "X 17 rs17 A G . PASS . GT 1",
                "MT 18 rs18 A . . PASS . GT 0/0",
                "GL000192.1 19 rs19 A G . PASS . GT 0/1"));
    assertThat(read.reading().accepted()).isEqualTo(10);
    assertThat(read.call("rs10").state()).isEqualTo(CallState.CALLED);
    assertThat(read.call("rs11").state()).isEqualTo(CallState.NO_CALL);
    assertThat(read.call("rs12").state()).isEqualTo(CallState.HALF);
    assertThat(read.call("rs12").secondAllele()).isEqualTo("G");
    assertThat(read.call("rs13").state()).isEqualTo(CallState.FILTERED);
    assertThat(read.call("rs14").secondAllele()).isEqualTo("<DEL>");
    assertThat(read.call("rs15").state()).isEqualTo(CallState.HALF);
    assertThat(read.call("rs16").state()).isEqualTo(CallState.NO_CALL);
    assertThat(read.call("rs17").haploid()).isTrue();
    assertThat(read.call("rs17").state()).isEqualTo(CallState.CALLED);
    assertThat(read.call("rs18").state()).isEqualTo(CallState.CALLED);
    assertThat(read.call("rs19").chromosome()).isEqualTo("GL000192.1");
    assertThat(read.reading().noCalls()).isEqualTo(3);
    assertThat(read.reading().halfCalls()).isEqualTo(2);
    assertThat(read.reading().warnings()).anyMatch(w -> w.contains("more than two alleles"));
  }

  @Test
  void whatPharmcatNotesAboutAllelesIsNoFilterAndAnythingElseIs() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            Readings.vcf(
                "1 100 rs1 A G . PCATxREF . GT 0/1",
                "1 200 rs2 A G . PCATxREF;PCATxALT . GT 0/1",
                "1 300 rs3 A G . PCATxREF;LowQ . GT 0/1",
                "1 400 rs4 A G . LowQ . GT 0/1"));
    assertThat(read.call("rs1").state()).isEqualTo(CallState.CALLED);
    assertThat(read.call("rs2").state()).isEqualTo(CallState.CALLED);
    assertThat(read.call("rs3").state()).isEqualTo(CallState.FILTERED);
    assertThat(read.call("rs4").state()).isEqualTo(CallState.FILTERED);
  }

  @Test
  void aReferenceBlockProvesReferenceOnlyWithQualityAndWithoutFilter() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            Readings.vcf(
                "1 100 rs1 A <NON_REF> . . END=199 GT:GQ 0/0:20",
                "1 200 rs2 A <NON_REF> . . END=299 GT:GQ 0/0:19",
                "1 300 rs3 A <*> . LowQ END=399 GT:GQ 0/0:60",
                "1 400 rs4 A <*> . PASS END=499 GT:GQ ./.:60",
                "1 500 rs5 A <*> . PASS END=599 GT 0/0"));
    assertThat(read.call("rs1").state()).isEqualTo(CallState.REF_BLOCK);
    assertThat(read.call("rs1").end()).isEqualTo(199);
    assertThat(read.call("rs2").state()).isEqualTo(CallState.FILTERED);
    assertThat(read.call("rs3").state()).isEqualTo(CallState.FILTERED);
    assertThat(read.call("rs4").state()).isEqualTo(CallState.NO_CALL);
    assertThat(read.call("rs5").state()).isEqualTo(CallState.CALLED);
    assertThat(read.call("rs5").end()).isEqualTo(500);
  }

  @Test
  void phaseSetsAreKeptApartWhetherNumbersOrWords() throws IOException {
    String text =
        Readings.vcf(
                "1 10 rs1 A G . . . GT:PS 0|1:10",
                "1 11 rs2 A G . . . GT:PS 0|1:.",
                "1 12 rs3 A G . . . GT:PS 0|1:left",
                "1 13 rs4 A G . . . GT:PS 0|1:right",
                "1 14 rs5 A G . . . GT:PS 0/1:10")
            .replace(
                "#CHROM",
                "##FORMAT=<ID=PS,Number=1,Type=String,Description=\"Phase set\">\n#CHROM");
    Readings.Streamed read = Readings.stream(text);
    assertThat(read.call("rs1").phaseSet()).isEqualTo(10);
    assertThat(read.call("rs2").phaseSet()).isNull();
    assertThat(read.call("rs2").phased()).isTrue();
    assertThat(read.call("rs3").phaseSet()).isNotEqualTo(read.call("rs4").phaseSet());
    assertThat(read.call("rs5").phaseSet()).isNull();
    assertThat(read.reading().warnings()).anyMatch(w -> w.startsWith("line 4: ##FORMAT PS"));
  }

  @Test
  void aBadRecordIsQuarantinedWithItsLineAndTheOthersGoOn() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            Readings.vcf(
                "1 10 rs1 A G . . . GT 0/1",
                "1 11 rs2 A R . . . GT 0/1",
                "1 12 rs3 A G . . . GT 0/2",
                "1 x rs4 A G . . . GT 0/1",
                "1 13 rs5 A",
                "1 14 rs6 . G . . . GT 0/1",
                "1 15 rs7 . G . . . GT 1/1",
                "1 16 rs8 A G . . . GT 0/1"));
    GenomeReading reading = read.reading();
    assertThat(reading.records()).isEqualTo(8);
    assertThat(reading.accepted()).isEqualTo(3);
    assertThat(reading.rejected())
        .extracting("path")
        .containsExactly("line 6", "line 7", "line 8", "line 9", "line 10");
    assertThat(reading.rejected()).extracting("index").containsExactly(1, 2, 3, 4, 5);
    assertThat(read.calls()).extracting(Call::rsid).containsExactly("rs1", "rs7", "rs8");
    assertThat(Readings.letters(read.call("rs7"))).isEqualTo("GG");
  }

  @Test
  void aVariantWrittenTwiceIsFoundInAnySpellingAndAContradictionUsesNeither() throws IOException {
    Readings.Streamed same =
        Readings.stream(Readings.vcf("1 10 rs1 TAT TGT . . . GT 0/1", "1 11 rs2 A G . . . GT 0/1"));
    assertThat(same.calls()).extracting(Call::state).containsExactly(CallState.CALLED);
    assertThat(same.reading().rejected())
        .extracting("detail")
        .containsExactly("the variant of line 5 again");

    Readings.Streamed other =
        Readings.stream(Readings.vcf("1 10 rs1 TAT TGT . . . GT 0/1", "1 11 rs2 A G . . . GT 1/1"));
    assertThat(other.calls()).extracting(Call::state).containsExactly(CallState.CONFLICT);
  }

  @Test
  void anUnsortedFileIsReadWithAWarningAndItsBlocksAreSorted() throws IOException {
    List<String> body = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String chromosome = i % 2 == 0 ? "1" : "2";
      body.add("%s %d rs%d A G . . . GT 0/1".formatted(chromosome, 20_000 - i, i + 1));
    }
    Readings.Streamed read = Readings.stream(Readings.vcf(body.toArray(String[]::new)));
    assertThat(read.reading().accepted()).isEqualTo(10_000);
    assertThat(read.calls()).hasSize(10_000);
    assertThat(read.blocks()).hasSizeLessThan(8);
    assertThat(read.reading().warnings())
        .anyMatch(w -> w.startsWith("line 7: the records of this chromosome"));
  }

  @Test
  void valuesOfDroppedAllelesDoNotCostTheGenotypeButALoneMisfitDoes() throws IOException {
    String header =
        "##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"d\">\n"
            + "##FORMAT=<ID=AF,Number=A,Type=Float,Description=\"f\">\n#CHROM";
    Readings.Streamed read =
        Readings.stream(
            Readings.vcf(
                    "1 10 rs1 A G . . . GT:AD:AF 0/1:9,8,0:0.4,0",
                    "1 11 rs2 A G . . . GT:AD 0/1:9,8,0",
                    "1 12 rs3 A G . . . GT:AD:AF 0/1:9:0.4")
                .replace("#CHROM", header));
    assertThat(read.calls()).extracting(Call::rsid).containsExactly("rs1");
    assertThat(read.reading().warnings()).anyMatch(w -> w.startsWith("line 7: FORMAT AD"));
  }

  @Test
  void theBuildTheSenderDeclaresHoldsUnlessTheHeaderSaysAnother() throws IOException {
    byte[] text = Readings.vcf("1 10 rs1 A G . . . GT 0/1").getBytes(StandardCharsets.UTF_8);
    assertThat(
            Readings.stream(text, new GenotypeOptions(null, Build.GRCH38)).reading().head().build())
        .isEqualTo("GRCh38");
    assertThat(
            Readings.stream(text, new GenotypeOptions(null, Build.GRCH37))
                .refused()
                .reason()
                .name())
        .isEqualTo("BUILD_UNKNOWN");
  }

  @Test
  void positionsWinOverTheHeaderAndARefThatIsNotTheReferenceIsTold() throws IOException {
    Readings.Streamed read =
        Readings.stream(
            Readings.vcf(
                "12 112241766 rs671 G A . . . GT 0/1",
                "19 45411941 rs429358 T C . . . GT 0/1",
                "19 45412079 rs7412 A T . . . GT 0/1"));
    assertThat(read.reading().head().build()).isEqualTo("GRCh37");
    assertThat(read.reading().warnings())
        .anyMatch(w -> w.contains("##reference says GRCh38, but positions are those of GRCh37"))
        .anyMatch(w -> w.contains("REF differs from the reference at 1 known sites"));
  }

  @Test
  void memoryDoesNotGrowWithTheFile() throws IOException {
    long lines = 1_500_000;
    AtomicLong peak = new AtomicLong();
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long[] calls = new long[1];
    GenotypeReader.read(
        new Generated(lines),
        GenotypeOptions.NONE,
        block -> {
          calls[0] += block.calls();
          if (calls[0] % (64 * 4_096) < 4_096) {
            System.gc();
            peak.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory() - before, Math::max);
          }
        });
    System.out.printf("streaming %d records held %d kB%n", lines, peak.get() / 1_024);
    assertThat(calls[0]).isEqualTo(lines);
    assertThat(peak.get()).isLessThan(48L << 20);
  }

  /** A VCF of any length, made as it is read. */
  private static final class Generated extends InputStream {
    private final long lines;
    private long next;
    private InputStream current =
        new ByteArrayInputStream(Readings.vcf().getBytes(StandardCharsets.UTF_8));

    Generated(long lines) {
      this.lines = lines;
    }

    @Override
    public int read() {
      throw new AssertionError("the reader reads buffers");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = current.read(target, offset, length);
      if (count > 0 || next == lines) {
        return count;
      }
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 1_000 && next < lines; i++, next++) {
        text.append("1\t%d\t.\tA\tG\t.\tPASS\t.\tGT\t0/1\n".formatted(next * 3 + 1));
      }
      current = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
      return current.read(target, offset, length);
    }
  }
}
