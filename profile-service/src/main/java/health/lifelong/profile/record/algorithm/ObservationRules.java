package health.lifelong.profile.record.algorithm;

import health.lifelong.profile.change.domain.Outcome;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Observation.Status;
import health.lifelong.profile.record.domain.StoredObservation;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a value counts: the higher status (preliminary, final, corrected); among equals
 * the one whose delivery first arrived last. A withdrawal takes the value back until a later
 * delivery reports it anew. Deliveries keep their number when they come again, so that
 * re-deliveries in any order change nothing.
 */
public final class ObservationRules {
  private ObservationRules() {}

  /**
   * What {@code incoming} does beside {@code current}.
   *
   * @param current the version in the record, a withdrawn one included; null where the value was
   *     never seen
   */
  public static Outcome decide(@Nullable StoredObservation current, StoredObservation incoming) {
    boolean withdrawal = incoming.observation().status() == Status.WITHDRAWN;
    if (current == null) {
      return withdrawal ? Outcome.TARGET_UNKNOWN : Outcome.CREATED;
    }
    boolean takenBack = current.observation().status() == Status.WITHDRAWN;
    if (withdrawal) {
      return withdraw(takenBack, current, incoming);
    }
    if (takenBack) {
      return incoming.deliveryNo() > current.deliveryNo() ? Outcome.CREATED : Outcome.STALE;
    }
    return replace(current, incoming);
  }

  private static Outcome withdraw(
      boolean takenBack, StoredObservation current, StoredObservation incoming) {
    if (takenBack) {
      return Outcome.UNCHANGED;
    }
    return incoming.deliveryNo() < current.deliveryNo() ? Outcome.STALE : Outcome.WITHDRAWN;
  }

  private static Outcome replace(StoredObservation current, StoredObservation incoming) {
    int rank = incoming.observation().status().compareTo(current.observation().status());
    if (rank != 0) {
      return rank > 0 ? Outcome.SUPERSEDED : Outcome.STALE;
    }
    if (incoming.observation().saysTheSameAs(current.observation())) {
      return Outcome.UNCHANGED;
    }
    return incoming.deliveryNo() < current.deliveryNo() ? Outcome.STALE : Outcome.SUPERSEDED;
  }

  /** Of two versions in one entry, whether the later one counts. */
  public static boolean laterCounts(Observation earlier, Observation later) {
    return later.status().compareTo(earlier.status()) >= 0;
  }
}
