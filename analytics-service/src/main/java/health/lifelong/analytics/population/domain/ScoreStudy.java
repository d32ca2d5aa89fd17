package health.lifelong.analytics.population.domain;

import java.util.List;

/**
 * One score against death within ten years.
 *
 * @param id stable name
 * @param title what the score is
 * @param cohort in whom it is studied
 * @param probability where the calibrated probability comes from; empty where there is none
 */
public record ScoreStudy(
    String id, String title, String cohort, String probability, List<Accuracy> accuracy) {
  /** Copies the list. */
  public ScoreStudy {
    accuracy = List.copyOf(accuracy);
  }
}
