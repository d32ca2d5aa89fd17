package health.lifelong.profile.consent.domain;

import health.lifelong.profile.access.domain.Category;
import health.lifelong.profile.access.domain.Purpose;
import java.time.Instant;
import java.util.UUID;

/**
 * One decision of a person about one cell of the consent matrix; never changed, never deleted.
 *
 * @param grantee {@code institute}, a centre's code, a clinician's subject, or {@code proxy:} and
 *     the subject of a family proxy
 * @param validTo at most two years after {@code givenAt}
 */
public record ConsentDecision(
    UUID consentId,
    Category category,
    Purpose purpose,
    String grantee,
    Kind decision,
    Giver giver,
    Words words,
    Evidence evidence,
    Instant givenAt,
    Instant validTo) {

  /** What was decided. */
  public enum Kind {
    GRANT(1),
    DENY(2),
    WITHDRAW(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** Number in the contracts and in the database. */
    public int number() {
      return number;
    }

    /** The kind of a stored number. */
    public static Kind of(int number) {
      for (Kind kind : values()) {
        if (kind.number == number) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no decision " + number);
    }
  }
}
