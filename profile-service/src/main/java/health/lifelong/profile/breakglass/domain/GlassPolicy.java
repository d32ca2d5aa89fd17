package health.lifelong.profile.breakglass.domain;

import java.time.Duration;
import java.util.Set;

/**
 * What the region pack says of break-glass.
 *
 * @param reasons codes that may be given
 * @param open how long a record stays open
 * @param review within what it is reviewed
 * @param holdWait how long a hold that was asked for waits for its approval
 * @param hold how long an approved hold lasts at most
 */
public record GlassPolicy(
    Set<String> reasons, Duration open, Duration review, Duration holdWait, Duration hold) {

  public GlassPolicy {
    reasons = Set.copyOf(reasons);
  }
}
