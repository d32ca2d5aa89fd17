package health.lifelong.profile.access.domain;

/**
 * Purposes of a read. Insurers, employers, schools and transfer abroad have no value here, and so
 * no code path.
 */
public enum Purpose {
  /** P1: show me my own data. */
  OWN_ACCESS(1, "P1"),
  /** P2: personal health management (insights, plans). */
  HEALTH_MANAGEMENT(2, "P2"),
  /** P3: a clinician whom the person named. */
  CARE(3, "P3"),
  /** P4: the centre that made it sees its own results. */
  ORIGIN_CENTRE(4, "P4");

  private final int number;
  private final String code;

  Purpose(int number, String code) {
    this.number = number;
    this.code = code;
  }

  /** Number in the contracts and in the database. */
  public int number() {
    return number;
  }

  /** Short code, as the consent matrix writes it. */
  public String code() {
    return code;
  }

  /** The purpose of a stored number. */
  public static Purpose of(int number) {
    for (Purpose purpose : values()) {
      if (purpose.number == number) {
        return purpose;
      }
    }
    throw new IllegalArgumentException("no purpose " + number);
  }
}
