package health.lifelong.ingestion.lifestyle.domain;

import java.util.Comparator;

/**
 * Who measured: the name a source gives itself and how far it is believed where sources overlap.
 *
 * @param name as it names itself, with plain apostrophes and blanks
 */
public record Source(String name, Rank rank) implements Comparable<Source> {
  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::rank).thenComparing(Source::name);

  /** Believed first to last (ingestion-formats section 8, rule 3). */
  public enum Rank {
    /** Worn on wrist or finger. */
    WEARABLE,
    /** Chest strap or foot pod. */
    STRAP,
    PHONE,
    APP,
    /** Typed in by hand. */
    MANUAL
  }

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }
}
