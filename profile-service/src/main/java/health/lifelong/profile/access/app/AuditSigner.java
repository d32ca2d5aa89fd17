package health.lifelong.profile.access.app;

import health.lifelong.platform.audit.AuditHead;
import health.lifelong.platform.audit.AuditKeys;
import health.lifelong.platform.audit.AuditLine;
import health.lifelong.profile.access.app.AuditLog.End;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs heads of the audit log: one every 1,000 records at most, and every few seconds where there
 * is something new. It reads the chain from the last signed head on before it signs, so that what
 * was changed in the database is noticed here and never vouched for; then it copies the heads out
 * of the database. Every replica runs it; of two heads of one size the first stays.
 */
@ApplicationScoped
public class AuditSigner {
  /** The name of this service's log. */
  public static final String LOG_NAME = "profile-service";

  private static final Logger LOG = Logger.getLogger(AuditSigner.class);
  private static final int RECORDS_A_HEAD = 1_000;

  private final AuditLog log;
  private final HeadArchive archive;
  private final AuditConfig config;
  private final AuditKeys.Signer signer;
  private final AtomicInteger broken;
  private final Clock clock = Clock.systemUTC();
  private @Nullable Cancellable running;

  AuditSigner(AuditLog log, HeadArchive archive, AuditConfig config, MeterRegistry meters) {
    this.log = log;
    this.archive = archive;
    this.config = config;
    this.broken = meters.gauge("lifelong.audit.chain.broken", new AtomicInteger());
    try {
      this.signer = AuditKeys.Signer.read(config.keyFile(), config.publicKeyFile());
    } catch (IOException e) {
      throw new IllegalStateException(
          "profile-service does not start: lifelong.audit.key-file or lifelong.audit.public-key-file: "
              + e.getMessage(),
          e);
    }
  }

  void start(@Observes StartupEvent event) {
    LOG.infof("audit.signer key=%s", signer.id());
    running =
        Multi.createBy()
            .repeating()
            .uni(this::quietRound)
            .withDelay(config.signEvery())
            .indefinitely()
            .subscribe()
            .with(
                done -> LOG.tracef("audit.round"),
                failure -> LOG.errorf(failure, "audit.signer_ended"));
  }

  void stop(@Observes ShutdownEvent event) {
    if (running != null) {
      running.cancel();
    }
  }

  private Uni<Void> quietRound() {
    return round()
        .onFailure()
        .invoke(f -> LOG.errorf("audit.not_signed cause=%s", f.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  /**
   * Signs up to the present end and copies the heads. Fails with an IllegalStateException where the
   * chain does not hold.
   */
  public Uni<Void> round() {
    return log.signed()
        .emitOn(Infrastructure.getDefaultExecutor())
        .chain(this::signFrom)
        .chain(this::copy);
  }

  private Uni<Void> signFrom(End signed) {
    return log.lines(signed.size(), RECORDS_A_HEAD)
        .emitOn(Infrastructure.getDefaultExecutor())
        .chain(
            lines ->
                lines.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : sign(last(signed, lines))
                        .chain(
                            end ->
                                lines.size() < RECORDS_A_HEAD
                                    ? Uni.createFrom().voidItem()
                                    : signFrom(end)));
  }

  private AuditLine last(End signed, List<String> lines) {
    long sequence = signed.size();
    String hash = signed.hash();
    AuditLine last = null;
    try {
      for (String text : lines) {
        last = AuditLine.read(text);
        last.requireFollows(sequence, hash);
        sequence = last.sequence();
        hash = last.hash();
      }
    } catch (IllegalArgumentException e) {
      broken.set(1);
      LOG.errorf("audit.chain_broken seq=%d what=\"%s\"", sequence + 1, e.getMessage());
      throw new IllegalStateException("the audit chain is broken at " + (sequence + 1), e);
    }
    if (last == null) {
      throw new IllegalArgumentException("nothing to sign");
    }
    return last;
  }

  private Uni<End> sign(AuditLine last) {
    return log.keep(AuditHead.head(signer, LOG_NAME, last, clock.instant()))
        .replaceWith(new End(last.sequence(), last.hash()));
  }

  private Uni<Void> copy() {
    return Uni.createFrom()
        .item(archive::last)
        .chain(log::heads)
        .emitOn(Infrastructure.getDefaultExecutor())
        .invoke(archive::add)
        .replaceWithVoid();
  }

  /** The statement that an export holds the first {@code end} records and these heads. */
  public AuditHead statement(End end, String heads) {
    return AuditHead.export(signer, LOG_NAME, end.size(), end.hash(), heads, clock.instant());
  }
}
