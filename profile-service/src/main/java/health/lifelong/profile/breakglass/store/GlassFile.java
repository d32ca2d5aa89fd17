package health.lifelong.profile.breakglass.store;

import health.lifelong.profile.breakglass.app.GlassBook;
import health.lifelong.profile.release.store.PackConfig;
import health.lifelong.vocabulary.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code break-glass.csv} of the region pack: the codes of reasons that may be given. */
@ApplicationScoped
public class GlassFile implements GlassBook.Source {
  private final PackConfig config;

  GlassFile(PackConfig config) {
    this.config = config;
  }

  @Override
  public Set<String> reasons() {
    try (InputStream in = Files.newInputStream(config.path().resolve("break-glass.csv"))) {
      return CsvTable.read(in).rows().stream()
          .map(row -> row.require("code"))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable break-glass.csv", e);
    }
  }
}
