package health.lifelong.profile.account.client;

import health.lifelong.profile.account.app.WrongLinkNotification;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tells by a line of the log and by a counter of the centre, on which an installation's alerting
 * acts. No person stands in either.
 */
@ApplicationScoped
public class LogWrongLinkNotification implements WrongLinkNotification {
  private static final Logger LOG = Logger.getLogger(LogWrongLinkNotification.class);

  private final MeterRegistry meters;

  LogWrongLinkNotification(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void send(String centre) {
    LOG.warnf("account.wrong_link centre=%s", centre);
    meters.counter("lifelong.account.wrong.links", "centre", centre).increment();
  }
}
