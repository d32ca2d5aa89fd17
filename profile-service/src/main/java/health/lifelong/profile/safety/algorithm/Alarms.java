package health.lifelong.profile.safety.algorithm;

import health.lifelong.profile.change.domain.PersonKey;
import health.lifelong.profile.safety.domain.Arrived;
import health.lifelong.profile.safety.domain.Arrived.Closing;
import health.lifelong.profile.safety.domain.Arrived.Raised;
import health.lifelong.profile.safety.domain.Arrived.Settled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what the values of one batch mean for the on-call list; of a value that comes twice in
 * it, the version that stays.
 */
public final class Alarms {
  private final Map<PersonKey, Arrived> arrived = new LinkedHashMap<>();

  /** Takes a value that reaches a limit. */
  public void raise(Raised raised) {
    arrived.put(raised.key(), raised);
  }

  /** Takes a value that reaches none, in the place of one that may have. */
  public void settle(PersonKey key, Closing closing) {
    arrived.put(key, new Settled(key, closing));
  }

  /** All of them, in order of arrival. */
  public List<Arrived> arrived() {
    return List.copyOf(arrived.values());
  }
}
