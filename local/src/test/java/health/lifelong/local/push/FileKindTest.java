package health.lifelong.local.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.local.suite.Failure;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileKindTest {
  @TempDir private Path folder;

  @Test
  void everySharedFileIsToldByItsBytes() throws IOException {
    int told =
        check("data/ingest/hl7v2", name -> name.endsWith(".hl7") ? FileKind.HL7V2 : null)
            + check("data/ingest/fhir-r4", FileKindTest::fhir)
            + check("data/ingest/ndjson", name -> name.endsWith("json") ? FileKind.NDJSON : null)
            + check("data/ingest/nhis-csv", name -> name.endsWith(".csv") ? FileKind.CSV : null)
            + check("data/ingest/apple-health", FileKindTest::apple)
            + check("data/genomics/dtc/snps", FileKindTest::genotypes)
            + check("data/genomics/vcf-real", FileKindTest::genotypes);
    System.out.println("kinds told of " + told + " shared files");
    assertThat(told).isGreaterThan(100);
  }

  /** Holds every file of a folder; {@code expected} gives null for what no door takes. */
  private static int check(String folder, Function<String, @Nullable FileKind> expected)
      throws IOException {
    Map<String, FileKind> wanted = new TreeMap<>();
    Map<String, FileKind> told = new TreeMap<>();
    try (Stream<Path> files = Files.list(SharedData.path(folder))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        FileKind kind = expected.apply(name);
        if (kind != null) {
          wanted.put(name, kind);
          told.put(name, FileKind.of(file));
        }
      }
    }
    assertThat(told).as(folder).isNotEmpty().isEqualTo(wanted);
    return told.size();
  }

  private static @Nullable FileKind fhir(String name) {
    if (name.endsWith(".ndjson")) {
      return FileKind.NDJSON;
    }
    if (name.endsWith(".json")) {
      return FileKind.FHIR_JSON;
    }
    return name.endsWith(".xml") ? FileKind.FHIR_XML : null;
  }

  private static @Nullable FileKind apple(String name) {
    return name.endsWith(".xml") || name.endsWith(".zip") ? FileKind.APPLE_HEALTH : null;
  }

  private static @Nullable FileKind genotypes(String name) {
    // Of an empty file nothing can be told.
    boolean other =
        List.of("LICENSE.txt", "empty.txt", "README.md", "expected_stats.tsv").contains(name)
            || name.endsWith(".bed");
    return other ? null : FileKind.GENOTYPES;
  }

  @Test
  void aTableOfACentreIsNoGenotypeFile() throws IOException {
    assertThat(kind("visits.csv", "chart_no,visit_date,height\nA1,2024-05-01,171.5\n"))
        .isEqualTo(FileKind.CSV);
    assertThat(kind("visits.txt", "chart_no\tvisit_date\theight\nA1\t2024-05-01\t171.5\n"))
        .isEqualTo(FileKind.CSV);
  }

  @Test
  void aNameThatLiesDoesNotDecide() throws IOException {
    assertThat(kind("data.csv", "MSH|^~\\&|LIS|SEOUL\rPID|1\r")).isEqualTo(FileKind.HL7V2);
    assertThat(kind("data.hl7", "##fileformat=VCFv4.4\n")).isEqualTo(FileKind.GENOTYPES);
    assertThat(kind("data.txt", "{\"resourceType\":\"Bundle\"}")).isEqualTo(FileKind.FHIR_JSON);
    assertThat(kind("export.txt", "<?xml version=\"1.0\"?><!DOCTYPE HealthData [ ]><HealthData/>"))
        .isEqualTo(FileKind.APPLE_HEALTH);
  }

  @Test
  void aByteOrderMarkAndGzipHideNothing() throws IOException {
    assertThat(kind("bom.txt", "\uFEFFMSH|^~\\&|LIS\r")).isEqualTo(FileKind.HL7V2);
    Path file = folder.resolve("array.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("rs671\t12\t112241766\tAG\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(FileKind.of(file)).isEqualTo(FileKind.GENOTYPES);
  }

  @ParameterizedTest
  @EnumSource(FileKind.class)
  void aLabelReadsBack(FileKind kind) {
    assertThat(FileKind.named(kind.label())).isEqualTo(kind);
  }

  @Test
  void anUnknownFormatIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> FileKind.named("pdf"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("hl7v2")
        .hasMessageContaining("apple-health");
  }

  private FileKind kind(String name, String text) throws IOException {
    return FileKind.of(Files.writeString(folder.resolve(name), text));
  }
}
