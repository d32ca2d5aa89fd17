package health.lifelong.analytics.pharmacogenomics;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.pharmacogenomics.domain.CpicContent;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition;
import health.lifelong.analytics.pharmacogenomics.domain.RecommendationTable;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped tables are CPIC's. */
final class CpicConversionTest {
  @Test
  void theShippedFilesAreWhatTheConversionOfCpicMakes() throws IOException {
    Map<String, String> made =
        CpicConversion.convert(SharedData.path("data/genomics/pgx/cpic-1.30"));
    for (Map.Entry<String, String> file : made.entrySet()) {
      String resource = "/health/lifelong/analytics/pharmacogenomics/cpic-1.30/" + file.getKey();
      try (InputStream in = CpicContent.class.getResourceAsStream(resource)) {
        assertThat(in).as(resource).isNotNull();
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .as(resource)
            .isEqualTo(file.getValue());
      }
    }
    System.out.println("CPIC files converted and compared: " + made.keySet());
  }

  @Test
  void everyGeneDrugAndPhenotypeIsLoaded() {
    CpicContent content = CpicContent.shipped();
    assertThat(content.genes()).hasSize(19);
    assertThat(content.gene("CYP2C19").orElseThrow().phenotypes().pairs()).hasSize(666);
    assertThat(content.gene("CYP2D6").orElseThrow().phenotypes().pairs()).hasSize(14878);
    assertThat(content.gene("G6PD").orElseThrow().phenotypes().alone()).hasSize(187);
    assertThat(content.genes())
        .filteredOn(g -> g.method() != GeneDefinition.Method.OUTSIDE)
        .hasSize(17);
    assertThat(RecommendationTable.shipped().drugs()).hasSize(110);
    assertThat(RecommendationTable.shipped().drugs().stream().mapToInt(d -> d.rows().size()).sum())
        .isEqualTo(2098);
    assertThat(RecommendationTable.shipped().drug("warfarin").orElseThrow().rows()).isEmpty();
  }
}
