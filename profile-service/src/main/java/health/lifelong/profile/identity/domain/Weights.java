package health.lifelong.profile.identity.domain;

import java.util.Map;

/**
 * Parameters of matching, by the names of {@code identity-matching.csv}, where each is explained.
 *
 * @param version kept with every verdict that they gave
 */
public record Weights(int version, Map<String, Double> values) {
  public Weights {
    values = Map.copyOf(values);
  }

  /** A parameter; one that is not there is an error of the installation. */
  public double of(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("identity-matching.csv has no " + name);
    }
    return value;
  }
}
