package health.lifelong.profile.safety.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who is on call, by centre; a centre without a list of its own has the institute's. */
public final class OnCallList {
  /** Stands for every centre without a list of its own. */
  public static final String ANY_CENTRE = "*";

  private final Map<String, List<OnCallLevel>> byCentre;

  /**
   * A list.
   *
   * @param byCentre levels of each centre, in order
   * @throws IllegalArgumentException where the institute has none, or levels are not 1, 2, 3 ...,
   *     or one of them never escalates: a critical value would wait in silence
   */
  public OnCallList(Map<String, List<OnCallLevel>> byCentre) {
    this.byCentre = Map.copyOf(byCentre);
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

  /** The levels of a centre, in order; never none. */
  public List<OnCallLevel> of(String centre) {
    List<OnCallLevel> own = byCentre.get(centre);
    return own == null ? Objects.requireNonNull(byCentre.get(ANY_CENTRE)) : own;
  }
}
