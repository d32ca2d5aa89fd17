package health.lifelong.platform.gate;

import health.lifelong.platform.token.Revocations;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * What this instance knows of revocations, read again every few seconds. While it cannot be read the
 * last list holds on, and what asks for a recent sign-in is refused (decision record 0013).
 */
@ApplicationScoped
public class RevocationList {
  private static final Logger LOG = Logger.getLogger(RevocationList.class);
  private static final Duration OLD = Duration.ofSeconds(30);

  private final Instance<RevocationSource> source;
  private final TokenConfig config;
  private final Clock clock = Clock.systemUTC();
  private volatile Revocations inForce = Revocations.NONE;
  private volatile Instant readAt = Instant.MIN;

  RevocationList(Instance<RevocationSource> source, TokenConfig config) {
    this.source = source;
    this.config = config;
  }

  void start(@Observes @Priority(3_000) StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(
        0,
        config.revocationsReload().toMillis(),
        timer -> vertx.executeBlocking(this::read, false));
  }

  private Void read() {
    boolean known = isCurrent();
    try {
      inForce = Revocations.of(source.get().read());
      readAt = clock.instant();
    } catch (RuntimeException e) {
      if (!known) {
        LOG.warnf("revocations cannot be read: %s", e.getMessage());
      }
    }
    return null;
  }

  /** What is in force, as far as this instance knows. */
  public Revocations inForce() {
    return inForce;
  }

  /** Whether the list is recent enough to rest something precious on. */
  public boolean isCurrent() {
    return source.isUnsatisfied() || readAt.plus(OLD).isAfter(clock.instant());
  }
}
