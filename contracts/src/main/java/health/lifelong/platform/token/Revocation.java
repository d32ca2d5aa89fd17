package health.lifelong.platform.token;

import java.time.Duration;
import java.time.Instant;

/**
 * Tokens that hold no longer: one token, a sign-in, everything of a person or of a client, as far
 * as it was issued before {@code at}. Who signs in again gets a token that holds.
 *
 * @param value a {@code jti}, {@code sid}, {@code sub} or client id
 */
public record Revocation(Kind kind, String value, Instant at) {
  /**
   * How long a revocation must be remembered: by then every token it covers has expired by itself.
   */
  public static final Duration REMEMBERED =
      Duration.ofSeconds(ClaimRules.LIFE_CAP + 3 * ClaimRules.SKEW);

  /** What the value names. */
  public enum Kind {
    TOKEN,
    SESSION,
    PERSON,
    CLIENT
  }
}
