package health.lifelong.profile.access.domain;

import java.util.Locale;

/** Roles a verified token may carry. */
public enum Role {
  PERSON,
  /** Somebody who acts for a person; the subject is the person. */
  PROXY,
  CLINICIAN,
  CENTRE,
  RESEARCHER,
  SERVICE,
  OPERATOR;

  /** The role as tokens and audit records write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
