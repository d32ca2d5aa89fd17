package health.lifelong.analytics.whatif.domain;

/**
 * What a person, or a person with a doctor, can move. There is no lever for a medicine, a
 * diagnosis, age, sex or alcohol (design L8): what has no constant here cannot be said.
 */
public enum Lever {
  SMOKING(false),
  ACTIVITY(false),
  WEIGHT(false),
  BLOOD_PRESSURE(true),
  LDL(true);

  private final boolean throughCare;

  Lever(boolean throughCare) {
    this.throughCare = throughCare;
  }

  /** Moved together with a doctor, who decides how. */
  public boolean throughCare() {
    return throughCare;
  }
}
