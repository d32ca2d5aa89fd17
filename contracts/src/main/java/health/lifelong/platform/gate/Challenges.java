package health.lifelong.platform.gate;

import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.platform.token.Strength;
import org.jspecify.annotations.Nullable;

/** What {@code WWW-Authenticate} says about a refusal (RFC 6750, and RFC 9470 for step-up). */
public final class Challenges {
  private Challenges() {}

  /** The challenge, or null where signing in otherwise would change nothing. */
  public static @Nullable String of(LifelongException failure) {
    ErrorReason reason = failure.reason();
    if (reason == ErrorReason.ERROR_REASON_TOKEN_MISSING) {
      return "Bearer";
    }
    if (reason == ErrorReason.ERROR_REASON_TOKEN_REJECTED) {
      return "Bearer error=\"invalid_token\"";
    }
    if (reason == ErrorReason.ERROR_REASON_STEP_UP_NEEDED) {
      return "Bearer error=\"insufficient_user_authentication\", acr_values=\""
          + Strength.LEVEL
          + "\", max_age="
          + Strength.MAX_AGE;
    }
    if (reason == ErrorReason.ERROR_REASON_SCOPE_INSUFFICIENT) {
      return "Bearer error=\"insufficient_scope\"";
    }
    return null;
  }
}
