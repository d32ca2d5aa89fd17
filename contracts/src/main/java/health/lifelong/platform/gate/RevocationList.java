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
import org.jspecify.annotations.Nullable;

/**
 * What this instance knows of revocations, read again every few seconds. While it cannot be read
 * the last list holds on, and what asks for a recent sign-in is refused (decision record 0013).
 */
@ApplicationScoped
public class RevocationList {
  private static final Logger LOG = Logger.getLogger(RevocationList.class);
  private static final Duration OLD = Duration.ofSeconds(30);

  private final Instance<RevocationSource> source;
  private final TokenConfig config;
  private final Clock clock = Clock.systemUTC();
  private volatile Revocations inForce = Revocations.NONE;
  private volatile Instant readAt = Instant.EPOCH;
  private volatile boolean away;

  RevocationList(Instance<RevocationSource> source, TokenConfig config) {
    this.source = source;
    this.config = config;
  }

  void start(@Observes @Priority(3_000) StartupEvent event, Vertx vertx) {
    read();
    vertx.setPeriodic(
        config.revocationsReload().toMillis(), timer -> vertx.executeBlocking(this::read, false));
  }

  private @Nullable Void read() {
    if (source.isUnsatisfied()) {
      return null;
    }
    try {
      inForce = Revocations.of(source.get().read());
      readAt = clock.instant();
      away = false;
    } catch (RuntimeException e) {
      if (!away) {
        LOG.warnf("revocations cannot be read: %s", e.getMessage());
      }
      away = true;
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
