package health.lifelong.ingestion.submission.store;

import health.lifelong.platform.sealing.KeyManagement;
import health.lifelong.platform.sealing.RootKeyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The root key of this service: a file here, a key management service by the same interface. */
@ApplicationScoped
class RootKey {
  @Produces
  @ApplicationScoped
  KeyManagement root(@ConfigProperty(name = "lifelong.receipts.root-key-file") Path file) {
    return RootKeyFile.read(file);
  }
}
