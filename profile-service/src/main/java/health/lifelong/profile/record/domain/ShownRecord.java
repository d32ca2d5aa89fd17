package health.lifelong.profile.record.domain;

import health.lifelong.profile.access.domain.Category;
import java.util.List;

/**
 * A record as consent and release let it be seen.
 *
 * @param record what is left; demographics are empty where identity is withheld
 * @param withheld categories that consent does not open, each with its reason
 * @param someHeld true where at least one result waits for a clinician and is not shown
 * @param atMicros when it was decided: a result held beyond that is shown only as held
 */
public record ShownRecord(
    PersonRecord record, List<Withheld> withheld, boolean someHeld, long atMicros) {

  public ShownRecord {
    withheld = List.copyOf(withheld);
  }

  /** A category that is not opened, and why. */
  public record Withheld(Category category, String reason) {}
}
