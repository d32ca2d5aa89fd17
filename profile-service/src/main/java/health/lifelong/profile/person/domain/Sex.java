package health.lifelong.profile.person.domain;

/** Sex at birth. Not told is a null, never a default. */
public enum Sex {
  FEMALE(1),
  MALE(2);

  private final int number;

  Sex(int number) {
    this.number = number;
  }

  /** Number in the contracts and in the database. */
  public int number() {
    return number;
  }
}
