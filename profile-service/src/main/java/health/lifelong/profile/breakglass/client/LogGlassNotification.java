package health.lifelong.profile.breakglass.client;

import health.lifelong.profile.breakglass.app.GlassNotification;
import health.lifelong.profile.breakglass.app.GlassStore.Due;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Tells by a line of the log and by a counter, on which an installation's alerting acts; the person
 * reads it among the looks at their record, the privacy officer in the list of what waits for
 * review. No person stands in either.
 */
@ApplicationScoped
public class LogGlassNotification implements GlassNotification {
  private static final Logger LOG = Logger.getLogger(LogGlassNotification.class);

  private final MeterRegistry meters;

  LogGlassNotification(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public Uni<Void> send(Due notice) {
    return Uni.createFrom()
        .item(notice)
        .invoke(
            due -> {
              String to = due.addressee().name().toLowerCase(Locale.ROOT);
              LOG.warnf("break_glass.told id=%s centre=%s to=%s", due.id(), due.centre(), to);
              meters
                  .counter("lifelong.break.glass.notices", "centre", due.centre(), "to", to)
                  .increment();
            })
        .replaceWithVoid();
  }
}
