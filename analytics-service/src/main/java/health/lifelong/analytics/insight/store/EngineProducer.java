package health.lifelong.analytics.insight.store;

import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.pack.store.RegionPackDirectory;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the region pack at start; with a pack that has findings the service does not start, and
 * names them all.
 */
@Singleton
public class EngineProducer {

  /** The engine of this installation. */
  @Produces
  @Singleton
  @Startup
  InsightEngine engine(@ConfigProperty(name = "lifelong.pack.path") String path) {
    try {
      return new InsightEngine(
          RegionPackDirectory.read(Path.of(path), InsightEngine.servableModels()));
    } catch (IOException e) {
      throw new IllegalStateException("the region pack cannot be read; set lifelong.pack.path", e);
    }
  }
}
