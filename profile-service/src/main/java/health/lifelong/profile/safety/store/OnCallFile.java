package health.lifelong.profile.safety.store;

import health.lifelong.profile.release.store.PackConfig;
import health.lifelong.profile.safety.app.OnCallBook;
import health.lifelong.profile.safety.domain.OnCallLevel;
import health.lifelong.profile.safety.domain.OnCallList;
import health.lifelong.vocabulary.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code on-call.csv} of the region pack: centre ({@code *} for all without rows of their
 * own), level, name, contact, and {@code escalate_after} as an ISO 8601 duration such as PT15M. How
 * long a value is told of is {@code safety.notice_days} of its thresholds.
 */
@ApplicationScoped
public class OnCallFile implements OnCallBook.Source {
  private static final String NOTICE_DAYS = "safety.notice_days";

  private final PackConfig config;

  OnCallFile(PackConfig config) {
    this.config = config;
  }

  @Override
  public OnCallList read() {
    Map<String, List<OnCallLevel>> levels = new TreeMap<>();
    for (CsvTable.Row row : table("on-call.csv").rows()) {
      levels.computeIfAbsent(row.require("centre"), c -> new ArrayList<>()).add(level(row));
    }
    return new OnCallList(levels, Duration.ofDays(noticeDays()));
  }

  private long noticeDays() {
    return table("thresholds.csv").rows().stream()
        .filter(row -> row.require("name").equals(NOTICE_DAYS))
        .map(row -> Long.parseLong(row.require("value")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("thresholds.csv has no " + NOTICE_DAYS));
  }

  private CsvTable table(String file) {
    try (InputStream in = Files.newInputStream(config.path().resolve(file))) {
      return CsvTable.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable " + file, e);
    }
  }

  private static OnCallLevel level(CsvTable.Row row) {
    return new OnCallLevel(
        Integer.parseInt(row.require("level")),
        row.require("name"),
        row.require("contact"),
        Duration.parse(row.require("escalate_after")));
  }
}
