package health.lifelong.profile.person.algorithm;

import health.lifelong.profile.person.domain.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * What a further telling adds to what is known: gaps are filled, a birth date is made more precise
 * but never another one, the newest name is kept. A contradiction changes nothing here; it is a
 * matter of review.
 */
public final class DemographicRules {
  private DemographicRules() {}

  /**
   * What is known after {@code told}.
   *
   * @param newer true where the telling arrived after the one that gave the name
   */
  public static Demographics merge(Demographics known, Demographics told, boolean newer) {
    return new Demographics(
        known.sex() == null ? told.sex() : known.sex(),
        birthDate(known.birthDate(), told.birthDate()),
        told.name() != null && (newer || known.name() == null) ? told.name() : known.name(),
        told.phone() != null && (newer || known.phone() == null) ? told.phone() : known.phone());
  }

  private static @Nullable String birthDate(@Nullable String known, @Nullable String told) {
    if (known == null) {
      return told;
    }
    return told != null && told.startsWith(known) ? told : known;
  }
}
