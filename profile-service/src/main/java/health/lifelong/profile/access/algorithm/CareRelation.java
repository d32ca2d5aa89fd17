package health.lifelong.profile.access.algorithm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a clinician cares for a person at present: after a visit to their centre, or after the
 * person named them, for as long as the region pack says. Consent is asked beside this: an old
 * consent alone opens nothing to a centre that the person has not been to for months.
 */
public final class CareRelation {
  private CareRelation() {}

  /**
   * True where there is a care relation.
   *
   * @param lastVisit the latest visit to the centre that is not in the future, or null
   * @param lastNamed when the person last named the centre or clinician for care (a referral by
   *     their own hand), or null
   */
  public static boolean holds(
      @Nullable Instant lastVisit, @Nullable Instant lastNamed, Instant now, Duration length) {
    return within(lastVisit, now, length) || within(lastNamed, now, length);
  }

  private static boolean within(@Nullable Instant since, Instant now, Duration length) {
    return since != null && !since.isAfter(now) && now.isBefore(since.plus(length));
  }
}
