package health.lifelong.profile.release.store;

import health.lifelong.profile.release.app.Thresholds;
import health.lifelong.vocabulary.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** Reads {@code thresholds.csv} of the region pack; only numbers that hold for both sexes. */
@ApplicationScoped
public class ThresholdFile implements Thresholds {
  private static final String BOTH = "A";

  private final Map<String, BigDecimal> numbers = new HashMap<>();

  ThresholdFile(PackConfig config) {
    try (InputStream in = Files.newInputStream(config.path().resolve("thresholds.csv"))) {
      for (CsvTable.Row row : CsvTable.read(in).rows()) {
        if (row.require("sex").equals(BOTH)) {
          numbers.put(row.require("name"), new BigDecimal(row.require("value")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable thresholds.csv", e);
    }
  }

  @Override
  public BigDecimal of(String name) {
    BigDecimal number = numbers.get(name);
    if (number == null) {
      throw new IllegalStateException("thresholds.csv has no " + name);
    }
    return number;
  }
}
