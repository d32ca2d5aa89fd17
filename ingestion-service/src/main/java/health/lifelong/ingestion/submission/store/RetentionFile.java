package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.app.ReceiptDestruction.RetentionRule;
import health.lifelong.vocabulary.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads how long raw receipts are kept: the row RAW of {@code retention.csv}, in days. */
@ApplicationScoped
class RetentionFile implements RetentionRule {
  private static final String RAW = "RAW";

  private final Path pack;

  RetentionFile(@ConfigProperty(name = "lifelong.pack.path") Path pack) {
    this.pack = pack;
  }

  @Override
  public Duration rawReceipts() {
    try (InputStream in = Files.newInputStream(pack.resolve("retention.csv"))) {
      return CsvTable.read(in).rows().stream()
          .filter(row -> row.require("category").equals(RAW))
          .map(row -> Duration.ofDays(Long.parseLong(row.require("days"))))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("retention.csv has no row " + RAW));
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable retention.csv", e);
    }
  }
}
