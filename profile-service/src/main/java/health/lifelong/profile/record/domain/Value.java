package health.lifelong.profile.record.domain;

/** The value of an observation. */
public sealed interface Value {

  /** A number in a UCUM unit; the text keeps the digits it was sent with. */
  record Quantity(String value, String unit, Comparator comparator) implements Value {}

  /** A coded answer. */
  record Coded(Coding coding) implements Value {}

  /** Free text. */
  record Text(String text) implements Value {}

  /** A range "a-b" or a ratio "a:b", as sent. */
  record Range(String text) implements Value {}

  /** No value, and why; never zero. */
  record Absent(Reason reason) implements Value {}

  /** Says that the true value lies beyond the number given. */
  enum Comparator {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER_OR_EQUAL,
    GREATER
  }

  /** Why there is no value. */
  enum Reason {
    NOT_DONE,
    UNKNOWN,
    NOT_USABLE
  }
}
