package health.lifelong.profile.release.store;

import health.lifelong.profile.release.app.ReleaseBook;
import health.lifelong.profile.release.domain.CriticalLimit;
import health.lifelong.profile.release.domain.Population;
import health.lifelong.profile.release.domain.ReleasePack;
import health.lifelong.profile.release.domain.ReleaseRule;
import health.lifelong.vocabulary.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the release rules out of the region pack's folder. */
@ApplicationScoped
public class PackFiles implements ReleaseBook.PackSource {
  /** Rules of this kind hold insights, not values: analytics-service keeps them. */
  private static final String INSIGHT_CHANNEL = "channel";

  private final PackConfig config;

  PackFiles(PackConfig config) {
    this.config = config;
  }

  @Override
  public ReleasePack read() {
    return new ReleasePack(
        table("release-rules.csv").rows().stream()
            .filter(row -> !row.require("kind").equals(INSIGHT_CHANNEL))
            .map(PackFiles::rule)
            .toList(),
        table("critical-values.csv").rows().stream().map(PackFiles::limit).toList());
  }

  private CsvTable table(String file) {
    try (InputStream in = Files.newInputStream(config.path().resolve(file))) {
      return CsvTable.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable " + file, e);
    }
  }

  private static ReleaseRule rule(CsvTable.Row row) {
    return new ReleaseRule(
        row.require("rule"),
        ReleaseRule.Kind.valueOf(row.require("kind").toUpperCase(Locale.ROOT)),
        row.require("match"),
        Duration.ofDays(Long.parseLong(row.require("held_days"))));
  }

  private static CriticalLimit limit(CsvTable.Row row) {
    return new CriticalLimit(
        row.require("item_code"),
        row.require("unit"),
        decimal(row.get("low")),
        decimal(row.get("high")),
        Population.valueOf(row.require("population").toUpperCase(Locale.ROOT)));
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
