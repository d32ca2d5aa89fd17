package health.lifelong.analytics.population.domain;

import health.lifelong.analytics.model.domain.RefusalReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * For how many persons a model gives a number that may be shown, and why not for the others.
 *
 * @param model id of the model
 * @param choice words that the sample does not decide, for example a set of markers; empty where
 *     there are none
 * @param outputs outputs of the model for which all the rest is the same
 * @param given persons with a value
 * @param conditional those of them whose value holds under a condition that the sample does not
 *     tell ("if you have never had ...")
 * @param refused persons without, by reason
 * @param blamed inputs or states most often named by those refusals, most frequent first
 */
public record Coverage(
    String model,
    String choice,
    List<String> outputs,
    Stratum stratum,
    long persons,
    long given,
    long conditional,
    Map<RefusalReason, Long> refused,
    List<String> blamed) {
  /** Copies, and orders the reasons. */
  public Coverage {
    outputs = List.copyOf(outputs);
    Map<RefusalReason, Long> ordered = new EnumMap<>(RefusalReason.class);
    ordered.putAll(refused);
    refused = Collections.unmodifiableMap(ordered);
    blamed = List.copyOf(blamed);
  }
}
