package health.lifelong.analytics.model.domain;

import java.util.List;

/** What a formula gives for one output. */
public sealed interface OutputValue {
  /** A value that exists. */
  sealed interface Present extends OutputValue {}

  /** A number in the unit of its {@link ModelOutput}; unrounded. */
  record Numeric(double value) implements Present {}

  /** A class or a label. */
  record Text(String value) implements Present {}

  /** Yes or no. */
  record Flag(boolean value) implements Present {}

  /**
   * The output does not exist here by the model's own definition, such as a 30-year risk at age 70.
   */
  record NotDefined(String detail) implements OutputValue {}

  /** These inputs give no value. {@code inputs} names the ones to blame. */
  record NoValue(RefusalReason reason, List<String> inputs, String detail) implements OutputValue {
    /** Copies the list. */
    public NoValue {
      inputs = List.copyOf(inputs);
    }
  }
}
