package health.lifelong.analytics.population.domain;

import health.lifelong.analytics.model.domain.Sex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sample.
 *
 * @param sex null for both
 * @param band null for every age, known or not
 */
public record Stratum(@Nullable Sex sex, @Nullable AgeBand band) implements Comparable<Stratum> {
  /** Everyone. */
  public static final Stratum ALL = new Stratum(null, null);

  private static final Comparator<Stratum> ORDER =
      Comparator.comparing(Stratum::band, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Stratum::sex, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** All strata in the order of a report: every age first, and in each band both sexes first. */
  public static List<Stratum> every() {
    List<Stratum> strata = new ArrayList<>();
    strata.add(ALL);
    for (Sex sex : Sex.values()) {
      strata.add(new Stratum(sex, null));
    }
    for (AgeBand band : AgeBand.values()) {
      strata.add(new Stratum(null, band));
      for (Sex sex : Sex.values()) {
        strata.add(new Stratum(sex, band));
      }
    }
    return List.copyOf(strata);
  }

  /** The strata that a person belongs to: two without a known age, else four. */
  public static List<Stratum> of(Sex sex, @Nullable AgeBand band) {
    return band == null
        ? List.of(ALL, new Stratum(sex, null))
        : List.of(ALL, new Stratum(sex, null), new Stratum(null, band), new Stratum(sex, band));
  }

  /** Whether a person of this sex and band belongs to it. */
  public boolean contains(Sex person, @Nullable AgeBand age) {
    return (sex == null || sex == person) && (band == null || band == age);
  }

  @Override
  public int compareTo(Stratum other) {
    return ORDER.compare(this, other);
  }
}
