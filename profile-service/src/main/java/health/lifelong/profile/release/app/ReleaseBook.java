package health.lifelong.profile.release.app;

import health.lifelong.profile.release.algorithm.ReleaseRules;
import health.lifelong.profile.release.domain.ReleasePack;
import jakarta.enterprise.context.ApplicationScoped;

/** The release rules in force, read once at start. */
@ApplicationScoped
public class ReleaseBook {
  private final ReleaseRules rules;

  ReleaseBook(PackSource source) {
    this.rules = new ReleaseRules(source.read());
  }

  /** The rules. */
  public ReleaseRules rules() {
    return rules;
  }

  /** Where a pack is read from. */
  public interface PackSource {
    /** The pack's release rules; a pack that cannot be read is an error of the installation. */
    ReleasePack read();
  }
}
