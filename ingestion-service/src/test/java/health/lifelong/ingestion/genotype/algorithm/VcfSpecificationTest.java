package health.lifelong.ingestion.genotype.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.ingestion.genotype.domain.FileGenotypes;
import health.lifelong.ingestion.genotype.domain.GenomeReading;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The conformance files of samtools/hts-specs (Apache-2.0). */
class VcfSpecificationTest {
  private static final String FOLDER = "data/genomics/vcf-spec";

  private record Case(String file, boolean valid, String scope, String cause) {}

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(SharedData.path(FOLDER + "/expected.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("file")) {
        cases.add(new Case(cells[0], cells[1].equals("valid"), cells[2], cells[3]));
      }
    }
    assertThat(cases).hasSizeGreaterThan(400);
    return cases;
  }

  private static Path path(Case each) {
    return SharedData.path(FOLDER).resolve(each.file());
  }

  @Test
  void everyVerdictOfStrictValidationIsRight() throws IOException {
    List<String> wrong = new ArrayList<>();
    int total = 0;
    for (Case each : cases()) {
      total++;
      try (InputStream body = Files.newInputStream(path(each))) {
        List<VcfFinding> findings = VcfValidator.validate(body);
        if (findings.isEmpty() != each.valid()) {
          wrong.add(each + " " + findings);
        }
      }
    }
    System.out.printf("strict VCF verdicts right: %d of %d%n", total - wrong.size(), total);
    assertThat(wrong).isEmpty();
  }

  @Test
  void ingestReadsEveryValidFileWholly() throws IOException {
    for (Case each : cases()) {
      if (each.valid()) {
        GenomeReading reading = Readings.reading(Readings.all(path(each)));
        assertThat(reading.rejected()).as(each.file()).isEmpty();
      }
    }
  }

  @Test
  void ingestNeverTakesARecordThatIsInvalidInItsBody() throws IOException {
    List<String> taken = new ArrayList<>();
    for (Case each : cases()) {
      FileGenotypes file = Readings.all(path(each));
      if (each.valid() || !(file.outcome() instanceof GenomeReading reading)) {
        continue;
      }
      if (each.scope().equals("body") && reading.rejectedTotal() == 0) {
        taken.add(each.file() + " " + each.cause());
      }
      long calls =
          file.samples().isEmpty() ? 0 : file.samples().getFirst().genotypes().all().count();
      assertThat(calls).as(each.file()).isLessThanOrEqualTo(reading.accepted());
      assertThat(reading.rejected())
          .allSatisfy(rejected -> assertThat(rejected.path()).matches("line \\d+"));
    }
    assertThat(taken).isEmpty();
  }

  @Test
  void aHeaderThatIsReadDespiteABreachWarnsWithItsLine() throws IOException {
    int refused = 0;
    int read = 0;
    for (Case each : cases()) {
      if (each.valid() || !each.scope().equals("meta")) {
        continue;
      }
      if (Readings.all(path(each)).outcome() instanceof GenomeReading reading) {
        read++;
        assertThat(reading.warnings())
            .as(each.file())
            .anyMatch(warning -> warning.startsWith("line "));
      } else {
        refused++;
      }
    }
    System.out.printf("header breaches: %d refused, %d read with a warning%n", refused, read);
    assertThat(refused + read).isGreaterThan(200);
  }
}
