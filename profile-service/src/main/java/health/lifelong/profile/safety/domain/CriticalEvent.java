package health.lifelong.profile.safety.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a critical result.
 *
 * @param level level of the on-call list
 * @param actorRole role of who did it
 * @param detail notified: who; acknowledged: who looks after it; closed: why
 * @param statedAt acknowledged: when, by the word of who did
 */
public record CriticalEvent(
    Kind kind,
    Instant recordedAt,
    int level,
    String actorRole,
    String actor,
    String detail,
    String note,
    @Nullable Instant statedAt) {

  /** What happened. */
  public enum Kind {
    OPENED,
    NOTIFIED,
    ACKNOWLEDGED,
    ESCALATED,
    CLOSED;

    /** Number in the contracts and the database. */
    public int number() {
      return ordinal() + 1;
    }

    /** The kind of a stored number. */
    public static Kind of(int number) {
      return values()[number - 1];
    }
  }
}
