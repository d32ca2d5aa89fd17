package health.lifelong.profile.keys.store;

import health.lifelong.platform.sealing.KeyManagement;
import health.lifelong.platform.sealing.RootKeyFile;
import health.lifelong.profile.access.app.ProfileConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/**
 * The root key of this installation: a file here, a key management service by the same interface.
 */
@ApplicationScoped
class RootKey {
  @Produces
  @ApplicationScoped
  KeyManagement root(ProfileConfig config) {
    return RootKeyFile.read(config.rootKeyFile());
  }
}
