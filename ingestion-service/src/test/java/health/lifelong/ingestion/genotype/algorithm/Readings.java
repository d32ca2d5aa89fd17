package health.lifelong.ingestion.genotype.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.genotype.domain.FileGenotypes;
import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.ingestion.genotype.domain.GenotypeOptions;
import health.lifelong.ingestion.genotype.domain.GenotypeOutcome;
import health.lifelong.ingestion.genotype.domain.GenotypeRefused;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallBlock;
import health.lifelong.vocabulary.genome.Genotypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Short words for reading in tests. */
final class Readings {
  private Readings() {}

  /** What one sample's stream gave. */
  record Streamed(GenotypeOutcome outcome, List<CallBlock> blocks) {
    GenomeReading reading() {
      assertThat(outcome).isInstanceOf(GenomeReading.class);
      return (GenomeReading) outcome;
    }

    GenotypeRefused refused() {
      assertThat(outcome).isInstanceOf(GenotypeRefused.class);
      return (GenotypeRefused) outcome;
    }

    List<Call> calls() {
      return blocks.stream().flatMap(block -> block.unpack().stream()).toList();
    }

    Call call(String rsid) {
      return calls().stream().filter(c -> rsid.equals(c.rsid())).findFirst().orElseThrow();
    }
  }

  static Streamed stream(byte[] body, GenotypeOptions options) throws IOException {
    List<CallBlock> blocks = new ArrayList<>();
    return new Streamed(
        GenotypeReader.read(new ByteArrayInputStream(body), options, blocks::add), blocks);
  }

  static Streamed stream(String text) throws IOException {
    return stream(text.getBytes(StandardCharsets.UTF_8), GenotypeOptions.NONE);
  }

  static FileGenotypes all(Path file) throws IOException {
    return GenotypeReader.readAll(file, GenotypeOptions.NONE);
  }

  static GenomeReading reading(FileGenotypes file) {
    assertThat(file.outcome()).isInstanceOf(GenomeReading.class);
    return (GenomeReading) file.outcome();
  }

  /**
   * Letters of a marker in alphabetical order, "--" for a no-call, "absent" where the file does not
   * name it.
   */
  static String letters(Genotypes genotypes, String rsid) {
    return genotypes.byRsid(rsid).map(Readings::letters).orElse("absent");
  }

  static String letters(Call call) {
    String first = call.firstAllele();
    String second = call.secondAllele();
    if (first == null || second == null && !call.haploid()) {
      return "--";
    }
    if (second == null) {
      return first;
    }
    return first.compareTo(second) <= 0 ? first + second : second + first;
  }

  /** A VCF 4.2 with one sample and these tab separated body lines, written with blanks. */
  static String vcf(String... body) {
    StringBuilder text =
        new StringBuilder(
            """
            ##fileformat=VCFv4.2
            ##reference=GRCh38
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
            """);
    for (String line : body) {
      text.append(line.replace(' ', '\t')).append('\n');
    }
    return text.toString();
  }
}
