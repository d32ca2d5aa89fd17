package health.lifelong.analytics.pharmacogenomics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.lifelong.analytics.genotype.TestVcf;
import health.lifelong.analytics.pharmacogenomics.algorithm.DrugAdvisor;
import health.lifelong.analytics.pharmacogenomics.algorithm.PharmacogeneCaller;
import health.lifelong.analytics.pharmacogenomics.domain.CpicContent;
import health.lifelong.analytics.pharmacogenomics.domain.DrugAdvice;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The rows that the reference tool selected for NA18526 and five samples, against ours for the same
 * drugs.
 */
final class CpicRecommendationsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final PharmacogeneCaller caller = new PharmacogeneCaller(CpicContent.shipped());
  private final DrugAdvisor advisor = new DrugAdvisor(RecommendationTable.shipped());

  @Test
  void everyExpectedRowIsSelectedAndNoOther() throws IOException {
    Map<String, Map<String, TreeSet<String>>> expected = new TreeMap<>();
    int rows = 0;
    for (String line :
        Files.readAllLines(SharedData.path("data/genomics/pgx/expected/recommendations.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals("file") || cells[2].equals("warfarin")) {
        continue;
      }
      rows++;
      expected
          .computeIfAbsent(cells[0] + "/" + cells[1], absent -> new TreeMap<>())
          .computeIfAbsent(cells[2], absent -> new TreeSet<>())
          .add(row(cells[3], cells[4], genes(cells[5]), cells[7]));
    }
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Map<String, TreeSet<String>>> sample : expected.entrySet()) {
      List<DrugAdvice> advice = advisor.advise(calls(sample.getKey()));
      sample
          .getValue()
          .forEach(
              (drug, wanted) -> {
                TreeSet<String> found = new TreeSet<>();
                advice.stream()
                    .filter(a -> a.drug().equals(drug))
                    .map(this::row)
                    .forEach(found::add);
                if (!found.equals(wanted)) {
                  wrong.add(
                      sample.getKey() + " " + drug + "\n wanted " + wanted + "\n found " + found);
                }
              });
    }
    System.out.printf("recommendation rows %d, drugs not in agreement %d%n", rows, wrong.size());
    assertThat(wrong).isEmpty();
  }

  private List<GeneCall> calls(String fileAndSample) {
    String[] parts = fileAndSample.split("/");
    TestVcf vcf = TestVcf.read(SharedData.path("data/genomics/pgx/vcf/" + parts[0]));
    List<GeneCall> calls = new ArrayList<>(caller.call(vcf.sample("GRCh38", parts[1])));
    if (parts[1].equals("NA18526")) {
      calls.add(caller.outside("CYP2D6", "*1/*36x2+*10"));
    }
    return calls;
  }

  private static Set<String> genes(String json) throws JsonProcessingException {
    Set<String> genes = new TreeSet<>();
    JSON.readTree(json).fieldNames().forEachRemaining(genes::add);
    return genes;
  }

  private String row(DrugAdvice advice) {
    return row(
        advice.population(),
        advice.classification(),
        new TreeSet<>(advice.lookupKeys().keySet()),
        Objects.requireNonNullElse(advice.recommendation(), ""));
  }

  private static String row(
      String population, String classification, Set<String> genes, String text) {
    return String.join(
        " | ",
        population.strip(),
        classification,
        genes.toString(),
        text.replace("\\n", " ").replaceAll("\\s+", " ").strip());
  }
}
