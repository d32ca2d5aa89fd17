package health.lifelong.profile.identity.domain;

import java.util.Locale;

/** What is held of two records. */
public enum MatchState {
  OPEN,
  LINKED,
  SEPARATE;

  /** Number in the contracts and in the database. */
  public int number() {
    return ordinal() + 1;
  }

  /** The state as audit records write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a stored number. */
  public static MatchState of(int number) {
    return values()[number - 1];
  }
}
