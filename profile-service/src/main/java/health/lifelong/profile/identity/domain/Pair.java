package health.lifelong.profile.identity.domain;

import java.util.UUID;

/** Two records, the lesser id first, as the database orders ids. */
public record Pair(UUID one, UUID other) {

  /** The pair of two ids in any order. */
  public static Pair of(UUID one, UUID other) {
    return one.toString().compareTo(other.toString()) < 0
        ? new Pair(one, other)
        : new Pair(other, one);
  }
}
