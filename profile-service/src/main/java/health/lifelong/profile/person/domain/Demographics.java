package health.lifelong.profile.person.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is told of a person; null where it is not.
 *
 * @param birthDate ISO date, year-month or year
 * @param name as sent, NFC
 * @param phone as sent; used to tell persons apart, never shown
 */
public record Demographics(
    @Nullable Sex sex, @Nullable String birthDate, @Nullable String name, @Nullable String phone) {
  /** Nothing told. */
  public static final Demographics NONE = new Demographics(null, null, null, null);
}
