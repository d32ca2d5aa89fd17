package health.lifelong.analytics.model.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the states that make models refuse. An absent state is unknown, never no. */
public record Situation(Map<Exclusion, Boolean> known) {
  private static final Situation UNKNOWN = new Situation(Map.of());

  /** Copies the map. */
  public Situation {
    known = Map.copyOf(known);
  }

  /** Nothing is known. */
  public static Situation unknown() {
    return UNKNOWN;
  }

  /** This situation with one more known state. */
  public Situation with(Exclusion exclusion, boolean applies) {
    Map<Exclusion, Boolean> next = new EnumMap<>(Exclusion.class);
    next.putAll(known);
    next.put(exclusion, applies);
    return new Situation(next);
  }

  /** Whether the state applies; empty where it is unknown. */
  public Optional<Boolean> of(Exclusion exclusion) {
    return Optional.ofNullable(known.get(exclusion));
  }
}
