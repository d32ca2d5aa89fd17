package health.lifelong.profile.access.domain;

import java.util.Locale;

/** Roles a verified token may carry. */
public enum Role {
  PERSON,
  CLINICIAN,
  CENTRE,
  SERVICE,
  OPERATOR;

  /** The role as tokens and audit records write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
