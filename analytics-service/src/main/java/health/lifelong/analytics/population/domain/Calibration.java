package health.lifelong.analytics.population.domain;

import java.util.List;

/**
 * Whether predicted probabilities come true.
 *
 * @param predicted mean predicted probability
 * @param observed one minus Kaplan-Meier at the horizon
 * @param ratio observed by predicted; 1 is right, below 1 is overestimation
 * @param intercept of a logistic calibration with the slope fixed at 1 (calibration in the large);
 *     0 is right
 * @param slope of the logistic calibration; 1 is right, below 1 is too extreme
 * @param groups tenths by predicted risk, lowest first
 */
public record Calibration(
    double predicted,
    double observed,
    double ratio,
    double intercept,
    double slope,
    List<CalibrationGroup> groups) {
  /** Copies the list. */
  public Calibration {
    groups = List.copyOf(groups);
  }
}
