package health.lifelong.ingestion.submission.store;

import health.lifelong.ingestion.submission.domain.ReceiptId;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Makes receipt ids that grow with time: 41 bits of milliseconds since 2020, 10 bits that tell
 * instances apart (drawn at start), 12 bits of count. Used by the one committing thread only.
 */
final class ReceiptIds {
  private static final long EPOCH = 1_577_836_800_000L;
  private static final int COUNT_BITS = 12;
  private static final int INSTANCE_BITS = 10;

  private final Clock clock;
  private final long instance;
  private long millis;
  private long count;

  ReceiptIds(Clock clock) {
    this.clock = clock;
    this.instance = new SecureRandom().nextInt(1 << INSTANCE_BITS);
  }

  ReceiptId next() {
    long now = Math.max(clock.millis(), millis);
    if (now > millis) {
      millis = now;
      count = 0;
    } else if (++count == 1L << COUNT_BITS) {
      // More than 4,096 in a millisecond: borrow the next one, order is kept.
      millis++;
      count = 0;
    }
    return new ReceiptId(
        (millis - EPOCH) << (COUNT_BITS + INSTANCE_BITS) | instance << COUNT_BITS | count);
  }
}
