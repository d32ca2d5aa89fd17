package health.lifelong.profile.record.domain;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.person.domain.Demographics;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as consent and release let it be seen.
 *
 * @param record what is left; demographics are empty where identity is withheld
 * @param withheld categories that consent does not open, each with its reason
 * @param someHeld true where at least one result waits for a clinician and is not shown
 * @param atMicros when it was decided: a result held beyond that is shown only as held
 * @param unchanged true where the asker holds this revision already and nothing else is told
 * @param validUntilMicros the earliest end of a hold or of a grant: then time alone changes the
 *     answer; null where nothing ends or nothing is told
 */
public record ShownRecord(
    PersonRecord record,
    List<Withheld> withheld,
    boolean someHeld,
    long atMicros,
    boolean unchanged,
    @Nullable Long validUntilMicros) {

  public ShownRecord {
    withheld = List.copyOf(withheld);
  }

  /** Only that the record stands at the revision that the asker knows. */
  public static ShownRecord unchanged(UUID personId, long revision, List<Withheld> withheld) {
    PersonRecord nothing =
        new PersonRecord(
            personId, revision, false, Demographics.NONE, List.of(), List.of(), List.of());
    return new ShownRecord(nothing, withheld, false, 0, true, null);
  }

  /** The same until a grant of consent runs out, where that is earlier. */
  public ShownRecord until(@Nullable Long grantEndsMicros) {
    return new ShownRecord(
        record,
        withheld,
        someHeld,
        atMicros,
        unchanged,
        earlier(validUntilMicros, grantEndsMicros));
  }

  private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.min(one, other);
  }

  /** A category that is not opened, and why. */
  public record Withheld(Category category, String reason) {}
}
