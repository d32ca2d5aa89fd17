package health.lifelong.analytics.pharmacogenomics;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.TestVcf;
import health.lifelong.analytics.pharmacogenomics.algorithm.PharmacogeneCaller;
import health.lifelong.analytics.pharmacogenomics.domain.CpicContent;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall.Status;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every row of PharmCAT 2.6.0's calls on the shared files. */
final class CpicOracleTest {
  private final PharmacogeneCaller caller = new PharmacogeneCaller(CpicContent.shipped());
  private final Map<String, TestVcf> files = new HashMap<>();
  private final Map<String, Map<String, GeneCall>> calls = new LinkedHashMap<>();

  @Test
  void everyRowOfTheOracleIsReproduced() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.path("data/genomics/pgx/expected/calls.tsv"));
    List<String> header = Arrays.asList(lines.getFirst().split("\t"));
    List<String> wrong = new ArrayList<>();
    Set<String> asked = new HashSet<>();
    int rows = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), cells[i]);
      }
      rows++;
      GeneCall call = call(row);
      asked.add(key(row) + row.get("gene"));
      compare(row, call, wrong);
    }
    int more = notInTheTable(asked, wrong);
    System.out.printf(
        "PharmCAT rows %d, in agreement %d, genes called beyond the table %d%n",
        rows, rows - wrong.size(), more);
    assertThat(wrong).isEmpty();
    assertThat(rows).isEqualTo(913);
  }

  private static String key(Map<String, String> row) {
    return row.get("file") + "/" + row.get("sample") + "/";
  }

  private GeneCall call(Map<String, String> row) {
    if ("OUTSIDE".equals(row.get("source"))) {
      return caller.outside(text(row, "gene"), text(row, "diplotype"));
    }
    Map<String, GeneCall> ofSample =
        calls.computeIfAbsent(
            key(row),
            absent -> {
              TestVcf vcf =
                  files.computeIfAbsent(
                      text(row, "file"),
                      f -> TestVcf.read(SharedData.path("data/genomics/pgx/vcf/" + f)));
              String sample = text(row, "sample");
              Map<String, GeneCall> byGene = new HashMap<>();
              caller
                  .call(sample.isEmpty() ? vcf.only("GRCh38") : vcf.sample("GRCh38", sample))
                  .forEach(call -> byGene.put(call.gene(), call));
              return byGene;
            });
    return Objects.requireNonNull(ofSample.get(text(row, "gene")), key(row) + row.get("gene"));
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static void compare(Map<String, String> row, GeneCall call, List<String> wrong) {
    boolean variants = text(row, "diplotype").contains(" ; ");
    String diplotype = String.join(variants ? " ; " : " OR ", call.diplotypes());
    String phenotype = String.join(" OR ", call.phenotypes());
    String keys = String.join(" OR ", call.lookupKeys());
    String lookup = String.join(" OR ", call.lookupDiplotypes());
    String activity = call.activityScore() == null ? "" : call.activityScore();
    String expectedActivity =
        call.gene().equals("DPYD") ? text(row, "lookup_key") : text(row, "activity_score");
    if (!diplotype.equals(text(row, "diplotype"))
        || !phenotype.equals(text(row, "phenotype"))
        || !keys.equals(text(row, "lookup_key"))
        || !lookup.equals(text(row, "lookup_diplotype"))
        || !activity.equals(expectedActivity)
        || call.positionsMissing() != Integer.parseInt(text(row, "positions_missing"))
        || call.positionsTotal() != Integer.parseInt(text(row, "positions_total"))) {
      wrong.add(row + "\n   was " + call);
    }
  }

  private int notInTheTable(Set<String> asked, List<String> wrong) {
    int more = 0;
    for (Map.Entry<String, Map<String, GeneCall>> sample : calls.entrySet()) {
      for (GeneCall call : sample.getValue().values()) {
        if (call.status() != Status.NOT_ASSAYED && !asked.contains(sample.getKey() + call.gene())) {
          more++;
          wrong.add("not in the table: " + sample.getKey() + call);
        }
      }
    }
    return more;
  }
}
