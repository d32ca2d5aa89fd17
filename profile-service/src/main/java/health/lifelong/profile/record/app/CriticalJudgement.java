package health.lifelong.profile.record.app;

import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.record.domain.EffectiveTime;
import health.lifelong.profile.record.domain.Observation;
import health.lifelong.profile.record.domain.Observation.Status;
import health.lifelong.profile.record.domain.StoredObservation;
import health.lifelong.profile.record.domain.Value;
import health.lifelong.profile.release.algorithm.ReleaseRules;
import health.lifelong.profile.release.domain.Breach;
import health.lifelong.profile.release.domain.Judged;
import health.lifelong.profile.safety.algorithm.Alarms;
import health.lifelong.profile.safety.domain.Arrived.Closing;
import health.lifelong.profile.safety.domain.Arrived.Raised;
import health.lifelong.profile.safety.domain.CriticalValue;
import health.lifelong.profile.safety.domain.CriticalValue.TakenAt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values that become current against the critical limits, before anything else sees them.
 */
final class CriticalJudgement {
  private final ReleaseRules rules;
  private final Alarms alarms = new Alarms();

  CriticalJudgement(ReleaseRules rules) {
    this.rules = rules;
  }

  Alarms alarms() {
    return alarms;
  }

  /**
   * Takes a version that becomes current.
   *
   * @param before the version whose place it takes, or null
   */
  void take(
      PersonKey key,
      String centre,
      @Nullable StoredObservation before,
      StoredObservation now,
      Judged judged) {
    Observation observation = now.observation();
    boolean withdrawn = observation.status() == Status.WITHDRAWN;
    Optional<Breach> breach = withdrawn ? Optional.empty() : rules.breach(judged);
    if (breach.isPresent()) {
      CriticalValue value = value(observation, judged, breach.get());
      alarms.raise(new Raised(key, centre, now.checkupNo(), now.deliveryNo(), value));
      return;
    }
    boolean mayStand = before != null && rules.hasLimit(before.observation().itemCode());
    if (mayStand) {
      alarms.settle(key, withdrawn ? Closing.WITHDRAWN : Closing.CORRECTED);
    }
  }

  private static CriticalValue value(Observation observation, Judged judged, Breach breach) {
    return new CriticalValue(
        breach.itemCode(),
        text(observation, judged),
        judged.unit(),
        observation.value() instanceof Value.Quantity quantity
            ? quantity.comparator().ordinal()
            : 0,
        breach.rule(),
        observation.implausible(),
        taken(observation.effective()));
  }

  // The digits as sent; of an answer, its score.
  private static String text(Observation observation, Judged judged) {
    return observation.value() instanceof Value.Quantity quantity
        ? quantity.value()
        : String.valueOf(judged.number());
  }

  private static @Nullable TakenAt taken(@Nullable EffectiveTime time) {
    return time == null
        ? null
        : new TakenAt(time.startMicros(), time.offsetMinutes(), time.precision().number());
  }
}
