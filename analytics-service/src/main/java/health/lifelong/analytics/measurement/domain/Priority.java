package health.lifelong.analytics.measurement.domain;

import java.util.List;

/**
 * How much a region values what a model would say.
 *
 * @param weight above zero
 * @param raisedBy items; where one of them is outside its usual range, the weight is multiplied by
 *     {@code factor}: then the model decides more
 * @param factor at least 1
 */
public record Priority(
    String model, double weight, List<String> raisedBy, double factor, String source) {

  public Priority {
    raisedBy = List.copyOf(raisedBy);
  }
}
