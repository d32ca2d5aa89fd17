package health.lifelong.profile.breakglass.app;

import health.lifelong.profile.breakglass.domain.GlassPolicy;
import health.lifelong.profile.release.app.Thresholds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;

/** The policy in force, read once at start. */
@ApplicationScoped
public class GlassBook {
  private final GlassPolicy policy;

  GlassBook(Thresholds thresholds, Source source) {
    this.policy =
        new GlassPolicy(
            source.reasons(),
            Duration.ofMinutes(thresholds.of("break_glass.minutes").longValueExact()),
            Duration.ofHours(thresholds.of("break_glass.review_hours").longValueExact()),
            Duration.ofMinutes(thresholds.of("break_glass.hold_wait_minutes").longValueExact()),
            Duration.ofDays(thresholds.of("break_glass.hold_days").longValueExact()));
  }

  /** The policy. */
  public GlassPolicy policy() {
    return policy;
  }

  /** Where the reasons are read from. */
  public interface Source {
    /** Codes of reasons; a file that cannot be read is an error of the installation. */
    Set<String> reasons();
  }
}
