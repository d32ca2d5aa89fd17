package health.lifelong.profile.access.domain;

/** Categories of personal data, as consent knows them. */
public enum Category {
  IDENTITY(1, "ID"),
  CHECKUP(2, "CHK"),
  GENETIC_REPORT(3, "GENR"),
  GENETIC_RAW(4, "GENX"),
  LIFESTYLE(5, "LIF"),
  SPECIAL(6, "SPC");

  private final int number;
  private final String code;

  Category(int number, String code) {
    this.number = number;
    this.code = code;
  }

  /** Number in the contracts and in the database. */
  public int number() {
    return number;
  }

  /** Short code, as consent texts and audit records write it. */
  public String code() {
    return code;
  }

  /** The category of a stored number. */
  public static Category of(int number) {
    for (Category category : values()) {
      if (category.number == number) {
        return category;
      }
    }
    throw new IllegalArgumentException("no category " + number);
  }

  /** The category of a short code. */
  public static Category ofCode(String code) {
    for (Category category : values()) {
      if (category.code.equals(code)) {
        return category;
      }
    }
    throw new IllegalArgumentException("no category " + code);
  }
}
