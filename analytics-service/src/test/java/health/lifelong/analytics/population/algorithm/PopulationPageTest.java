package health.lifelong.analytics.population.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.catalogue.algorithm.ProjectFolder;
import health.lifelong.testing.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * docs/POPULATION.md is what the command prints over the shared samples; {@code
 * -Dlifelong.population.write=true} writes it anew.
 */
class PopulationPageTest {
  @Test
  @Tag("long")
  void theCommittedPageIsTheReport() throws IOException {
    PopulationStudy study = new PopulationStudy(ModelCatalogue.standard());
    Path shared = SharedData.path("data/population");
    String page;
    try (InputStream nhis = Files.newInputStream(shared.resolve("nhis_checkup.csv.gz"));
        InputStream nhanes = Files.newInputStream(shared.resolve("nhanes_1988_2018.csv.gz"))) {
      page = ReportMarkdown.page(List.of(study.nhis(nhis), study.nhanes(nhanes)));
    }
    Path committed = ProjectFolder.root().resolve("docs/POPULATION.md");
    if (Boolean.getBoolean("lifelong.population.write")) {
      Files.writeString(committed, page);
    }
    assertThat(committed).content().isEqualTo(page);
  }
}
