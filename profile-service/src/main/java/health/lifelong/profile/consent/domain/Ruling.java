package health.lifelong.profile.consent.domain;

import java.util.Locale;

/** Whether a category may be read for a purpose, and what says so. */
public sealed interface Ruling {
  /** What decided, for the audit trail. */
  String rule();

  /** The category may be read. */
  record Permit(String rule) implements Ruling {}

  /** The category may not be read. */
  record Deny(Reason reason, String rule) implements Ruling {}

  /** Why a category is withheld. */
  enum Reason {
    NO_CONSENT,
    WITHDRAWN,
    EXPIRED,
    /** Granted before coming of age, or on words that have changed since. */
    ASKED_ANEW,
    NOT_FOR_PURPOSE,
    STEP_UP_NEEDED;

    /** The reason as answers write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
