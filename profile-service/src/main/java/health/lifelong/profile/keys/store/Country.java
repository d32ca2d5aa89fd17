package health.lifelong.profile.keys.store;

import health.lifelong.profile.release.store.PackConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;

/** The country whose data this installation keeps, as its region pack says. */
@ApplicationScoped
public class Country {
  private final String code;

  Country(PackConfig config) {
    Properties pack = new Properties();
    try (Reader in = Files.newBufferedReader(config.path().resolve("pack.properties"))) {
      pack.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the region pack has no readable pack.properties", e);
    }
    String named = pack.getProperty("code", "").strip();
    if (named.isEmpty()) {
      throw new IllegalStateException("pack.properties has no code");
    }
    this.code = named;
  }

  String code() {
    return code;
  }
}
