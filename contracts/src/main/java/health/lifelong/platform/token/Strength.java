package health.lifelong.platform.token;

import java.util.Map;

/**
 * How surely and how recently somebody signed in, after RFC 9470: level {@value #LEVEL} (two
 * factors), at most {@value #MAX_AGE} seconds ago.
 */
public final class Strength {
  /** The {@code acr} asked for where it matters. */
  public static final int LEVEL = 2;

  /** Seconds for which a sign-in counts as recent. */
  public static final long MAX_AGE = 900;

  private Strength() {}

  /**
   * Whether the sign-in is strong and recent.
   *
   * @param claims {@code acr} as text and {@code auth_time} in seconds; another type is none
   * @param now seconds since 1970
   */
  public static boolean isHigh(Map<String, Object> claims, long now) {
    return claims.get("acr") instanceof String level
        && level.matches("[0-9]")
        && Integer.parseInt(level) >= LEVEL
        && claims.get("auth_time") instanceof Number at
        && at.longValue() <= now + ClaimRules.SKEW
        && at.longValue() >= now - MAX_AGE;
  }
}
