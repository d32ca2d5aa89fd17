package health.lifelong.analytics.pack.domain;

/**
 * What waits for a clinician before the person sees it.
 *
 * @param match category, item code or name of a group, by {@code kind}
 * @param heldDays longest wait; after it the result is released
 */
public record ReleaseRule(String rule, String match, Kind kind, int heldDays, String note) {

  /** What {@code match} names. */
  public enum Kind {
    CATEGORY,
    ITEM,
    CRITICAL,
    CHANNEL
  }
}
