package health.lifelong.profile.erasure.store;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.erasure.app.PersonRemoval.RetentionSource;
import health.lifelong.profile.erasure.domain.Retention;
import health.lifelong.profile.release.store.PackConfig;
import health.lifelong.vocabulary.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads {@code retention.csv} of the region pack: what is kept, on which basis, how long. Rows of
 * basis {@code law} survive an erasure, locked; other rows are periods of their own.
 */
@ApplicationScoped
class RetentionFile implements RetentionSource {
  private static final String LAW = "law";

  private final PackConfig config;

  RetentionFile(PackConfig config) {
    this.config = config;
  }

  @Override
  public Retention read() {
    Map<String, Integer> years = new HashMap<>();
    try (InputStream in = Files.newInputStream(config.path().resolve("retention.csv"))) {
      for (CsvTable.Row row : CsvTable.read(in).rows()) {
        if (row.require("basis").equals(LAW) && isOfPersons(row.require("category"))) {
          years.put(row.require("category"), Integer.parseInt(row.require("years")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable retention.csv", e);
    }
    return new Retention(years);
  }

  // OPS is kept in tables of its own, which erasure leaves alone.
  private static boolean isOfPersons(String category) {
    return !category.equals("OPS") && Category.ofCode(category).number() > 0;
  }
}
