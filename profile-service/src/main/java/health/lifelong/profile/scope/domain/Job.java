package health.lifelong.profile.scope.domain;

import java.util.Locale;

/**
 * Work that reaches the rows of more than one person, each with one purpose. The database knows
 * them by name and gives each the tables it needs (row_reach of V21); a new one opens nothing until
 * a migration says what.
 */
public enum Job {
  /** Writes what centres and phones delivered. */
  DELIVERY,
  /** Finds whom a centre means by an identifier. */
  DIRECTORY,
  /** Compares persons who may be the same. */
  IDENTITY_MATCHING,
  /** An operator looks at, and decides on, persons who may be the same. */
  IDENTITY_REVIEW,
  /** Finds the person of an account, and links and ends accounts. */
  ACCOUNTS,
  /** Tells the on-call list of critical values, and finds one by its id. */
  CRITICAL_VALUES,
  /** Tells of broken glasses, and lets officers review them. */
  BREAK_GLASS,
  /** Gives the change feed to the services that follow it. */
  CHANGE_FEED,
  /** Exports and signs the audit log. */
  AUDIT,
  /** Removes the rows of who was erased. */
  ERASURE,
  /** Seals fields anew under new keys. */
  KEY_ROTATION;

  /** The name that the policies of the database know. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
