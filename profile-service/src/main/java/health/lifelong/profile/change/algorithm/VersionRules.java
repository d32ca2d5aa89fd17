package health.lifelong.profile.change.algorithm;

import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a fact counts, where the sender tells no status: the one whose delivery first
 * arrived last. The delivery's number does not change when it comes again, so any order and number
 * of re-deliveries ends in one state.
 */
public final class VersionRules {
  private VersionRules() {}

  /** What {@code incoming} does beside {@code latest}; null where the fact is new. */
  public static Outcome decide(@Nullable Head latest, Head incoming) {
    if (latest == null) {
      return Outcome.CREATED;
    }
    if (latest.contentHash().equals(incoming.contentHash())) {
      return Outcome.UNCHANGED;
    }
    return incoming.deliveryNo() < latest.deliveryNo() ? Outcome.STALE : Outcome.SUPERSEDED;
  }
}
