package health.lifelong.profile.person.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes ids of version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that new rows
 * stand together.
 */
@ApplicationScoped
public class TimeOrderedIds {
  private final SecureRandom random = new SecureRandom();
  private final Clock clock = Clock.systemUTC();

  /** A new id. */
  public UUID next() {
    long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
