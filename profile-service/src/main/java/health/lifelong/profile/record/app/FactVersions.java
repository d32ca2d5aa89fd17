package health.lifelong.profile.record.app;

import health.lifelong.profile.change.algorithm.VersionRules;
import health.lifelong.profile.change.domain.Head;
import health.lifelong.profile.change.domain.Outcome;
import health.lifelong.profile.change.domain.PersonKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Versions of one kind of fact while a batch is planned. */
final class FactVersions<T> {
  private final Map<PersonKey, Head> heads;
  private final Map<Version, T> pending = new LinkedHashMap<>();

  private record Version(PersonKey key, int deliveryNo) {}

  FactVersions(Map<PersonKey, Head> known) {
    this.heads = new HashMap<>(known);
  }

  /** Takes a version; {@code row} is what is to be stored of it. */
  Outcome add(PersonKey key, Head incoming, T row) {
    Outcome outcome = VersionRules.decide(heads.get(key), incoming);
    if (outcome == Outcome.UNCHANGED) {
      return outcome;
    }
    if (outcome != Outcome.STALE) {
      heads.put(key, incoming);
    }
    pending.put(new Version(key, incoming.deliveryNo()), row);
    return outcome;
  }

  /**
   * The facts of one entry, of those with equal keys the last: or a second delivery of the entry
   * would see them supersede each other again.
   */
  static <F, K> Collection<F> latest(List<F> facts, Function<F, K> key) {
    Map<K, F> latest = new LinkedHashMap<>();
    facts.forEach(fact -> latest.put(key.apply(fact), fact));
    return latest.values();
  }

  /** The rows to store. */
  List<T> rows() {
    return List.copyOf(pending.values());
  }
}
