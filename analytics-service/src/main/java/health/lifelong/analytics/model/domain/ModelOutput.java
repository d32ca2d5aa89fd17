package health.lifelong.analytics.model.domain;

import java.util.List;

/**
 * One output of a model.
 *
 * @param name column name, as the vector file has it behind {@code expected_}
 * @param unit UCUM unit; {@code 1} for a probability, class or flag
 * @param needs inputs without which it has no value
 * @param reads further inputs that it uses where they are present
 */
public record ModelOutput(
    String name, String unit, String meaning, List<String> needs, List<String> reads) {
  /** Copies the lists. */
  public ModelOutput {
    needs = List.copyOf(needs);
    reads = List.copyOf(reads);
  }

  /** An output that needs all the inputs it uses. */
  public static ModelOutput of(String name, String unit, String meaning, String... needs) {
    return new ModelOutput(name, unit, meaning, List.of(needs), List.of());
  }
}
