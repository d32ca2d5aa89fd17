package health.lifelong.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
class GenomeCommandTest {
  private static final String VCF =
      """
      ##fileformat=VCFv4.2
      ##contig=<ID=chr10,length=133797422,assembly=GRCh38>
      #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
      chr10\t94781859\trs4244285\tG\tA\t.\tPASS\t.\tGT\t0/1
      """;

  @TempDir Path folder;
  private Path vcf;

  @BeforeEach
  void writeTheGenome() throws IOException {
    vcf = Files.writeString(folder.resolve("one.vcf"), VCF);
  }

  private List<JsonNode> genes(String... words) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      new GenomeCommand()
          .run(Arguments.parse(List.of(words), Set.of("outside", "build"), Set.of()));
    } finally {
      System.setOut(before);
    }
    JsonNode sample = Http.JSON.readTree(said.toByteArray()).get("samples").get(0);
    return StreamSupport.stream(sample.get("genes").spliterator(), false).toList();
  }

  private static JsonNode gene(List<JsonNode> genes, String name) {
    return genes.stream()
        .filter(g -> g.get("gene").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void callsOfAnotherLaboratoryStandBesideAndInPlaceOfOurOwn() throws IOException {
    Path outside =
        Files.writeString(
            folder.resolve("outside.tsv"), "# told by mail\nCYP2D6\t*4/*10\nCYP2C19\t*2/*2\n");

    List<JsonNode> genes = genes(vcf.toString(), "--outside", outside.toString());

    assertThat(gene(genes, "CYP2D6").get("diplotypes").get(0).asText()).isEqualTo("*4/*10");
    assertThat(gene(genes, "CYP2D6").get("phenotypes").get(0).asText())
        .isEqualTo("Intermediate Metabolizer");
    assertThat(gene(genes, "CYP2D6").get("activity_score").asText()).isEqualTo("0.25");
    assertThat(gene(genes, "CYP2C19").get("phenotypes").get(0).asText())
        .isEqualTo("Poor Metabolizer");
    assertThat(gene(genes, "CYP2C19").get("why").asText())
        .isEqualTo("called by another laboratory");
  }

  @Test
  void withoutThemTheGeneIsNotThere() throws IOException {
    assertThat(genes(vcf.toString())).noneMatch(g -> g.get("gene").asText().equals("CYP2D6"));
  }

  @Test
  void lineThatIsNoCallIsRefused() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.tsv"), "CYP2D6 *4/*10\n");

    assertThatThrownBy(() -> genes(vcf.toString(), "--outside", outside.toString()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("a gene, a tab and a diplotype");
  }
}
