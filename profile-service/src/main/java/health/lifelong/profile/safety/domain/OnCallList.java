package health.lifelong.profile.safety.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who is on call, by centre; a centre without a list of its own has the institute's. */
public final class OnCallList {
  /** Stands for every centre without a list of its own. */
  public static final String ANY_CENTRE = "*";

  private final Map<String, List<OnCallLevel>> byCentre;
  private final Duration toldFor;

  /**
   * A list.
   *
   * @param byCentre levels of each centre, in order
   * @param toldFor how old a value may be for somebody to be told of it
   * @throws IllegalArgumentException where the institute has none, or levels are not 1, 2, 3 ...,
   *     or one of them never escalates: a critical value would wait in silence
   */
  public OnCallList(Map<String, List<OnCallLevel>> byCentre, Duration toldFor) {
    this.byCentre = Map.copyOf(byCentre);
    this.toldFor = toldFor;
    if (!this.byCentre.containsKey(ANY_CENTRE)) {
      throw new IllegalArgumentException("no levels for centre " + ANY_CENTRE);
    }
    this.byCentre.forEach(OnCallList::check);
  }

  private static void check(String centre, List<OnCallLevel> levels) {
    for (int i = 0; i < levels.size(); i++) {
      OnCallLevel level = levels.get(i);
      if (level.level() != i + 1) {
        throw new IllegalArgumentException("levels of centre " + centre + " are not 1, 2, 3 ...");
      }
      if (!level.escalateAfter().isPositive()) {
        throw new IllegalArgumentException(
            "level " + level.level() + " of centre " + centre + " never escalates");
      }
    }
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("no levels for centre " + centre);
    }
  }

  /**
   * Since when a value must have been taken for somebody to be told of it. What a centre loads of
   * its earlier years is listed too, and wakes nobody.
   */
  public Instant toldSince(Instant now) {
    return now.minus(toldFor);
  }

  /** The levels of a centre, in order; never none. */
  public List<OnCallLevel> of(String centre) {
    List<OnCallLevel> own = byCentre.get(centre);
    return own == null ? Objects.requireNonNull(byCentre.get(ANY_CENTRE)) : own;
  }
}
