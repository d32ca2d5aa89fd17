package health.lifelong.local.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.population.algorithm.PopulationStudy;
import health.lifelong.analytics.population.algorithm.ReportMarkdown;
import health.lifelong.analytics.population.domain.AgeBand;
import health.lifelong.analytics.population.domain.PopulationReport;
import health.lifelong.local.http.Http;
import health.lifelong.local.suite.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the models say of a whole sample: groups only, no row of a person. Runs without a suite. */
public final class PopulationCommand implements Command {
  private static final ObjectMapper JSON =
      Http.JSON
          .copy()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .registerModule(new SimpleModule().addSerializer(AgeBand.class, new BandLabel()));

  @Override
  public String usage() {
    return "population nhis FILE | population nhanes FILE | both in turn [--markdown]";
  }

  @Override
  public String purpose() {
    return "coverage, classes, discrimination and calibration of the models over a sample (CSV, .gz): one JSON object a file, or a page";
  }

  @Override
  public int run(Arguments arguments) throws IOException {
    List<String> words = arguments.words();
    if (words.isEmpty() || words.size() % 2 != 0) {
      throw new Failure("use: " + usage());
    }
    PopulationStudy study = new PopulationStudy(ModelCatalogue.standard());
    List<PopulationReport> reports = new ArrayList<>();
    for (int i = 0; i < words.size(); i += 2) {
      PopulationReport report = report(study, words.get(i), Path.of(words.get(i + 1)));
      reports.add(report);
      if (!arguments.has("markdown")) {
        System.out.println(JSON.writeValueAsString(report));
      }
    }
    if (arguments.has("markdown")) {
      System.out.print(ReportMarkdown.page(reports));
    }
    return 0;
  }

  private PopulationReport report(PopulationStudy study, String kind, Path file)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Failure("no such file: " + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return switch (kind) {
        case "nhis" -> study.nhis(in);
        case "nhanes" -> study.nhanes(in);
        default -> throw new Failure("use: " + usage());
      };
    }
  }

  /** A band as people write it. */
  private static final class BandLabel extends JsonSerializer<AgeBand> {
    @Override
    public void serialize(AgeBand band, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(band.label());
    }
  }
}
