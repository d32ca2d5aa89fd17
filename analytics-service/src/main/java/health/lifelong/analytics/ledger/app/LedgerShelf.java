package health.lifelong.analytics.ledger.app;

import health.lifelong.analytics.insight.algorithm.InsightEngine;
import health.lifelong.analytics.insight.app.ReportShelf;
import health.lifelong.analytics.insight.domain.InsightReport;
import health.lifelong.analytics.ledger.app.Ledger.KeptReport;
import health.lifelong.platform.LifelongException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The ledger as a shelf of finished reports. A report is given out only by the engine version that
 * made it and before time alone can have changed it. While the database is away nobody waits for
 * it: it is asked again after a few seconds, and reports are computed meanwhile.
 */
@ApplicationScoped
public class LedgerShelf implements ReportShelf {
  private static final Logger LOG = Logger.getLogger(LedgerShelf.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final InsightEngine engine;
  private final ReportParts parts;
  private final Clock clock = Clock.systemUTC();
  private volatile Instant awayUntil = Instant.EPOCH;

  public LedgerShelf(Ledger ledger, InsightEngine engine, ReportParts parts) {
    this.ledger = ledger;
    this.engine = engine;
    this.parts = parts;
  }

  /** Whether the ledger answers. */
  public enum State {
    HERE,
    AWAY
  }

  /** Asks the ledger itself, unless it has just been found away. */
  public State probe() {
    if (isAway()) {
      return State.AWAY;
    }
    try {
      ledger.position(Follower.JOB);
      return State.HERE;
    } catch (LifelongException failure) {
      away(failure);
      return State.AWAY;
    }
  }

  private boolean isAway() {
    return clock.instant().isBefore(awayUntil);
  }

  @Override
  public Optional<Shelved> find(String personId, String language) {
    Optional<UUID> person = id(personId);
    if (person.isEmpty() || isAway()) {
      return Optional.empty();
    }
    try {
      return ledger.report(person.get(), language).filter(this::holds).map(this::shelved);
    } catch (LifelongException failure) {
      away(failure);
      return Optional.empty();
    }
  }

  private boolean holds(KeptReport report) {
    Instant until = report.validUntil();
    return report.engineVersion().equals(engine.version())
        && (until == null || clock.instant().isBefore(until));
  }

  /** All that is of no model first, then model by model in the order of a report. */
  private Shelved shelved(KeptReport report) {
    List<byte[]> whole = new ArrayList<>();
    List<String> order = new ArrayList<>(List.of(""));
    order.addAll(engine.models());
    for (String model : order) {
      byte[] part = report.parts().get(model);
      if (part != null) {
        whole.add(part);
      }
    }
    return new Shelved(report.revision(), report.withheld(), whole);
  }

  @Override
  public void put(String personId, String withheld, String language, InsightReport report) {
    Optional<UUID> person = id(personId);
    if (person.isEmpty() || isAway()) {
      return;
    }
    try {
      ledger.addReport(
          person.get(),
          new KeptReport(
              report.recordRevision(), engine.version(), withheld, null, parts.of(report)),
          language);
    } catch (LifelongException failure) {
      away(failure);
    }
  }

  private void away(LifelongException failure) {
    awayUntil = clock.instant().plus(PAUSE);
    LOG.warnf("the ledger is away, reports are computed: reason=%s", failure.reason());
  }

  private static Optional<UUID> id(String personId) {
    try {
      return Optional.of(UUID.fromString(personId));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
