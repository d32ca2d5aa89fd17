package health.lifelong.analytics.ledger.app;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Follows profile's change feed and recomputes the persons whose record changed, many changes of
 * one person at once. It goes on from the sequence it stored last: a crash repeats a batch, which
 * has no second effect. One instance follows at a time; another takes over where it ends.
 */
@ApplicationScoped
public class Follower {
  /** The name of the job, in the ledger and in its tokens. */
  public static final String JOB = "insight-recompute";

  private static final Logger LOG = Logger.getLogger(Follower.class);
  private static final Set<ErrorReason> PASSING =
      EnumSet.of(
          ErrorReason.ERROR_REASON_DEPENDENCY_UNAVAILABLE,
          ErrorReason.ERROR_REASON_AUDIT_UNAVAILABLE,
          ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
          ErrorReason.ERROR_REASON_STORAGE_FULL,
          ErrorReason.ERROR_REASON_RATE_LIMITED,
          ErrorReason.ERROR_REASON_TOKEN_REJECTED);

  private static final int BATCH = 500;
  private static final Duration IDLE = Duration.ofMillis(400);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final FollowedRecords records;
  private final Ledger ledger;
  private final Recompute recompute;
  private final boolean enabled;
  private final Clock clock = Clock.systemUTC();
  private volatile boolean stopping;

  public Follower(
      FollowedRecords records,
      Ledger ledger,
      Recompute recompute,
      @ConfigProperty(name = "lifelong.recompute.enabled", defaultValue = "true") boolean enabled) {
    this.records = records;
    this.ledger = ledger;
    this.recompute = recompute;
    this.enabled = enabled;
  }

  void start(@Observes StartupEvent event) {
    if (enabled) {
      Thread.ofVirtual().name(JOB).start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void run() {
    while (!stopping) {
      Duration wait = IDLE;
      try {
        if (round() > 0) {
          wait = Duration.ZERO;
        }
      } catch (LifelongException failure) {
        LOG.warnf("recomputing waits: reason=%s", failure.reason());
        wait = AFTER_FAILURE;
      } catch (RuntimeException failure) {
        LOG.error("recomputing waits", failure);
        wait = AFTER_FAILURE;
      }
      try {
        Thread.sleep(wait);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Takes the changes that wait, at most a batch, and what time alone has changed; returns how many
   * persons it looked at, 0 where another instance follows.
   */
  public int round() {
    Optional<Ledger.Turn> turn = ledger.turn();
    if (turn.isEmpty()) {
      return 0;
    }
    try (Ledger.Turn held = turn.get()) {
      List<FollowedRecords.Change> changes = records.changes(ledger.position(JOB), BATCH);
      Set<String> persons = new LinkedHashSet<>();
      changes.forEach(change -> persons.add(change.personId()));
      ledger.ended(clock.instant(), BATCH).stream().map(UUID::toString).forEach(persons::add);
      for (String person : persons) {
        refresh(person);
      }
      if (!changes.isEmpty()) {
        ledger.advance(JOB, changes.getLast().sequence());
      }
      return persons.size();
    }
  }

  /**
   * A person whose record cannot be computed keeps nobody waiting: it is then computed at reads.
   */
  private void refresh(String person) {
    try {
      recompute.refresh(person);
    } catch (LifelongException failure) {
      if (isPassing(failure.reason())) {
        throw failure;
      }
      LOG.warnf("not recomputed: person=%s reason=%s", person, failure.reason());
      ledger.forget(UUID.fromString(person));
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "not recomputed: person=%s", person);
      ledger.forget(UUID.fromString(person));
    }
  }

  private static boolean isPassing(ErrorReason reason) {
    return PASSING.contains(reason);
  }
}
