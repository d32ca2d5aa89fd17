package health.lifelong.profile.change.domain;

import java.util.Locale;

/** What part of a person's record changed. */
public enum ChangeKind {
  CHECKUP(1),
  GENOME(2),
  LIFESTYLE(3),
  CONSENT(4),
  RELEASE(5),
  PERSON(6),
  ERASED(9);

  private final int number;

  ChangeKind(int number) {
    this.number = number;
  }

  /** Number in the database. */
  public int number() {
    return number;
  }

  /** The kind as the feed's readers see it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a stored number. */
  public static ChangeKind of(int number) {
    for (ChangeKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no change kind " + number);
  }
}
