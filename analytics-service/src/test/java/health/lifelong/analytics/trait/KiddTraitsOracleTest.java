package health.lifelong.analytics.trait;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.genotype.TestVcf;
import health.lifelong.analytics.trait.algorithm.TraitReader;
import health.lifelong.analytics.trait.domain.TraitCatalogue;
import health.lifelong.analytics.trait.domain.TraitResult;
import health.lifelong.testing.SharedData;
import health.lifelong.vocabulary.genome.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** 1252 persons of 1000 Genomes phase 3, in both builds and from rsIDs alone. */
final class KiddTraitsOracleTest {
  private static final List<String> RSIDS =
      List.of(
          "rs671", "rs1229984", "rs3827760", "rs12913832", "rs1426654", "rs1800414", "rs16891982");
  private final TraitReader reader = new TraitReader(TraitCatalogue.shipped());

  @Test
  void everyGenotypeAndClassIsReproducedInEveryBuild() throws IOException {
    Path folder = SharedData.path("data/genomics/traits");
    TestVcf vcf = TestVcf.read(folder.resolve("kidd55.1000g.grch37.vcf.gz"));
    Map<String, Integer> in38 = positions(folder.resolve("kidd55.grch38.tsv"));
    List<String> lines = Files.readAllLines(folder.resolve("expected_kidd_traits.tsv"));
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      List<Call> calls = vcf.calls(cells[0]);
      List<CallList> genomes =
          List.of(
              new CallList("GRCh37", calls),
              new CallList("GRCh38", calls.stream().map(call -> moved(call, in38)).toList()),
              new CallList("GRCh36", calls.stream().map(call -> moved(call, Map.of())).toList()));
      for (CallList genome : genomes) {
        compared += 9;
        if (!found(genome).equals(wanted(cells))) {
          wrong.add(genome.build() + " " + line + " but " + found(genome));
        }
      }
    }
    System.out.printf(
        "Kidd traits: %d persons x 3 builds, %d values, differing %d%n",
        lines.size() - 1, compared, wrong.size());
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSize(1253);
  }

  private List<String> found(CallList genome) {
    SortedMap<String, String> genotypes = reader.genotypes(genome);
    Map<String, String> classes = new HashMap<>();
    for (TraitResult result : reader.read(genome)) {
      if (result instanceof TraitResult.Called called) {
        classes.put(called.trait().id(), called.result().name());
      }
    }
    List<String> found = new ArrayList<>();
    RSIDS.forEach(rsid -> found.add(genotypes.get(rsid)));
    found.add(classes.get("aldh2"));
    found.add(classes.get("adh1b"));
    return found;
  }

  private static List<String> wanted(String[] cells) {
    return List.of(cells).subList(4, 13);
  }

  private static Call moved(Call call, Map<String, Integer> positions) {
    int position = positions.getOrDefault(String.valueOf(call.rsid()), call.position() - 31);
    return new Call(
        call.chromosome(),
        position,
        position,
        call.rsid(),
        call.alleles(),
        call.refKnown(),
        call.first(),
        call.second(),
        call.phased(),
        call.phaseSet(),
        call.state());
  }

  private static Map<String, Integer> positions(Path file) throws IOException {
    Map<String, Integer> positions = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t");
      positions.put(cells[0], Integer.valueOf(cells[2]));
    }
    return positions;
  }
}
