package health.lifelong.profile.release.domain;

import java.time.Duration;

/**
 * One row of a pack's {@code release-rules.csv}: what it matches waits at most that long for a
 * clinician.
 *
 * @param match item code, catalogue category (or {@code special}), document kind, {@code critical};
 *     {@code *} matches all of the kind
 */
public record ReleaseRule(String name, Kind kind, String match, Duration heldAtMost) {

  /** What a rule looks at. */
  public enum Kind {
    ITEM,
    CATEGORY,
    DOCUMENT,
    CRITICAL
  }

  /** True where this rule is of the kind and names the word. */
  public boolean matches(Kind kind, String word) {
    return this.kind == kind && (match.equals("*") || match.equalsIgnoreCase(word));
  }
}
