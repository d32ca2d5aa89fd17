package health.lifelong.ingestion.record.domain;

import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What a door refuses as the name of a person (data/hostile/names): no letter in it, over 100
 * characters, control characters, half characters. Everything else is only text, and is stored as
 * such.
 */
public final class NameRule {
  private static final int LONGEST = 100;

  private NameRule() {}

  /** Why this is no name; null where it may be one. */
  public static @Nullable Reason fault(String name) {
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      return Reason.TEXT_CONTROL_CHARACTER;
    }
    if (name.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      return Reason.TEXT_INVALID_UNICODE;
    }
    if (name.codePointCount(0, name.length()) > LONGEST) {
      return Reason.TEXT_TOO_LONG;
    }
    return name.codePoints().anyMatch(Character::isLetter) ? null : Reason.TEXT_NOT_A_NAME;
  }
}
