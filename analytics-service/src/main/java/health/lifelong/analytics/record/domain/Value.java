package health.lifelong.analytics.record.domain;

import java.math.BigDecimal;

/** The value of an observation. Not done, unknown and not usable are no numbers. */
public sealed interface Value {

  /** A number in a UCUM unit. */
  record Quantity(BigDecimal value, String unit, Comparator comparator) implements Value {}

  /** A coded answer. */
  record Coded(Coding coding) implements Value {}

  /** Text, range or titre as sent. */
  record Text(String text) implements Value {}

  /** No value, and why. */
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
