package health.lifelong.analytics.model.domain;

import java.util.List;
import java.util.Optional;

/**
 * A pure model: the same inputs give the same bits. It states formulas; which of their numbers may
 * be shown is decided by the one policy of {@code model.algorithm}, from the card and {@link
 * #notForUse}.
 */
public interface Model {
  /** What the model is for, from where, and where it holds. */
  ModelCard card();

  /**
   * Computes one output. Called only when every input it needs is present. Wherever the formula is
   * defined there is a value, also outside the range that may be served.
   */
  OutputValue compute(ModelOutput output, Inputs inputs);

  /** Why this value, though computed and within the declared ranges, is never shown. */
  default Optional<OutputValue.NoValue> notForUse(
      ModelOutput output, Inputs inputs, OutputValue.Present value) {
    return Optional.empty();
  }

  /** Names of the input columns, in the order of the vector file. */
  default List<String> inputColumns() {
    return card().inputs().stream().map(ModelInput::name).toList();
  }

  /** Names of the output columns, in the order of the vector file. */
  default List<String> outputColumns() {
    return card().outputs().stream().map(ModelOutput::name).toList();
  }
}
