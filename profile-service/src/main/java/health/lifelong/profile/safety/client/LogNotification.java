package health.lifelong.profile.safety.client;

import health.lifelong.profile.safety.app.Notification;
import health.lifelong.profile.safety.domain.Notice;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tells by a line of the log and by a counter, on which an installation's alerting acts; the event
 * itself is kept with the result, where the centre lists it. No person and no value stand in
 * either.
 */
@ApplicationScoped
public class LogNotification implements Notification {
  private static final Logger LOG = Logger.getLogger(LogNotification.class);

  private final MeterRegistry meters;

  LogNotification(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public Uni<Void> send(Notice notice) {
    return Uni.createFrom()
        .item(notice)
        .invoke(
            told -> {
              LOG.warnf(
                  "critical.notified id=%s centre=%s level=%d to=\"%s\" contact=\"%s\" escalated=%s",
                  told.criticalId(),
                  told.centre(),
                  told.to().level(),
                  told.to().name(),
                  told.to().contact(),
                  told.escalated());
              meters
                  .counter(
                      "lifelong.critical.notifications",
                      "centre",
                      told.centre(),
                      "level",
                      Integer.toString(told.to().level()))
                  .increment();
            })
        .replaceWithVoid();
  }
}
